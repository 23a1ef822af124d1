// Prints the programs of src/intrinsics as src/generated/intrinsics.ts. Node 20 reads no TypeScript: rolldown bundles
// the printer in memory first.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const source = (path) => fileURLToPath(new URL(`../src/${path}`, import.meta.url));
const bundle = await rolldown({ input: source("intrinsics/generated.ts"), platform: "node" });
const { output } = await bundle.generate({ format: "esm" });
const { generatedIntrinsics } = await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
writeFileSync(source("generated/intrinsics.ts"), generatedIntrinsics());
