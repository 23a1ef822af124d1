import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { root, workspaces } from "../../tools/workspace.mjs";

export { root, workspaces };

/** The published packages: what lies in packages/, by folder name. */
export const packages = workspaces()
  .filter(({ folder }) => relative(root, folder).startsWith("packages"))
  .map(({ folder, manifest }) => ({ name: basename(folder), folder, manifest }));

const notOurs = new Set(["node_modules", "dist", "generated", "cache"]);

/** Files below `folder` that people wrote (no generated or built ones) and whose path matches, as absolute paths. */
export function filesUnder(folder: string, pattern: RegExp): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return notOurs.has(entry.name) ? [] : filesUnder(path, pattern);
      return pattern.test(path) ? [path] : [];
    })
    .sort();
}

/** The path as a reader of the repository writes it. */
export const shown = (path: string): string => relative(root, path).replaceAll("\\", "/");

export const read = (path: string): string => readFileSync(path, "utf8");
