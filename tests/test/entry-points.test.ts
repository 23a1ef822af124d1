import { execFile } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { entries } from "../src/entries.ts";
import { packages } from "../src/files.ts";

const execute = promisify(execFile);

const files = entries.flatMap(({ package: name, specifier, ...targets }) => {
  const { folder = "" } = packages.find((candidate) => candidate.name === name) ?? {};
  return [targets.default, targets.node].map((file) => [specifier, join(folder, file)] as const);
});

// Modules that import each other come to be in another order for each that comes first.
it.concurrent.each(files)("%s may be the first that is imported (%s)", async (_, file) => {
  const load = `const found = await import(${JSON.stringify(pathToFileURL(file).href)}); console.log(Object.keys(found).length)`;
  const { stdout } = await execute(process.execPath, ["--input-type=module", "-e", load]);
  expect(Number(stdout)).toBeGreaterThan(0);
});
