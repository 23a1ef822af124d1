import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../src/registry.ts";

const folder = import.meta.dirname;
const read = (path: string): { version?: string; dependencies?: Record<string, string> } =>
  JSON.parse(readFileSync(join(folder, path), "utf8"));

/** Has npm install the other libraries in the versions of the lockfile, without their scripts, which fetch more. */
export default async function install(): Promise<void> {
  const { dependencies = {} } = read("package.json");
  const isThere = Object.entries(dependencies).every(([name, version]) => {
    const manifest = `node_modules/${name}/package.json`;
    return existsSync(join(folder, manifest)) && read(manifest).version === version;
  });
  if (!isThere) await run(folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
}
