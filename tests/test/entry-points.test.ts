import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, it } from "vitest";

const packages = fileURLToPath(new URL("../../packages", import.meta.url));

const entries = readdirSync(packages).flatMap((folder) => {
  const { name, exports } = JSON.parse(readFileSync(join(packages, folder, "package.json"), "utf8"));
  return Object.entries<string | { default: string; node: string }>(exports).flatMap(([entry, target]) =>
    typeof target === "string"
      ? []
      : [target.default, target.node].map(
          (file) => [name + entry.slice(1), join(packages, folder, file)] as const,
        ),
  );
});

// Modules that import each other come to be in another order for each that comes first.
it.each(entries)("%s may be the first that is imported (%s)", (_, file) => {
  const load = `const found = await import(${JSON.stringify(pathToFileURL(file).href)}); console.log(Object.keys(found).length)`;
  const count = execFileSync(process.execPath, ["--input-type=module", "-e", load], { encoding: "utf8" });
  expect(Number(count)).toBeGreaterThan(0);
});
