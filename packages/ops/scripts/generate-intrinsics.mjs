// Prints the programs of src/intrinsics to src/generated/intrinsics. Node 20 reads no TypeScript: rolldown bundles the
// printer first.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { rolldown } from "rolldown";

const source = (path) => fileURLToPath(new URL(`../src/${path}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "outgrad-intrinsics-"));
try {
  const file = join(folder, "generated.mjs");
  const bundle = await rolldown({ input: source("intrinsics/generated.ts"), platform: "node" });
  await bundle.write({ file, format: "esm" });
  const { generatedIntrinsics } = await import(pathToFileURL(file));
  const target = source("generated/intrinsics");
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const [name, text] of Object.entries(generatedIntrinsics()))
    writeFileSync(join(target, `${name}.ts`), text);
} finally {
  rmSync(folder, { recursive: true });
}
