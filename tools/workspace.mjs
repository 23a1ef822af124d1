// What the workspace holds, read without dependencies: `tools/run.mjs` needs it before and after installing.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** The folders that pnpm-workspace.yaml lists, with their package.json; `packages/*` means each folder inside. */
export function workspaces() {
  const yaml = readFileSync(join(root, "pnpm-workspace.yaml"), "utf8");
  const patterns = yaml.match(/^packages:\n((?: {2}- .+\n)+)/m)?.[1].match(/\S+(?=\n)/g) ?? [];
  return patterns
    .flatMap((pattern) => (pattern.endsWith("/*") ? inside(pattern.slice(0, -2)) : [pattern]))
    .map((folder) => join(root, folder))
    .filter((folder) => existsSync(join(folder, "package.json")))
    .map((folder) => ({
      folder,
      manifest: JSON.parse(readFileSync(join(folder, "package.json"), "utf8")),
    }));
}

function inside(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder)).map((name) => join(folder, name));
}
