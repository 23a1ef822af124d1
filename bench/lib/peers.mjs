// The peers of package.json, installed from npm into bench/node_modules (ignored by git), without running any script
// of theirs; the versions are those of package-lock.json.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL("..", import.meta.url));
const { dependencies } = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));

/** The version of a peer that is installed, or undefined. */
export function installed(name) {
  const manifest = join(here, "node_modules", name, "package.json");
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, "utf8")).version : undefined;
}

/** Installs the peers unless they are there; when that fails, the contestants say so themselves. */
export function installPeers() {
  if (Object.entries(dependencies).every(([name, version]) => installed(name) === version)) return;
  console.error("Installing the peers into bench/node_modules (about 500 MB) ...");
  const npm = process.env.npm_execpath?.endsWith("npm-cli.js")
    ? [process.execPath, process.env.npm_execpath]
    : ["npm"];
  const flags = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
  spawnSync(npm[0], [...npm.slice(1), ...flags], {
    cwd: here,
    stdio: ["ignore", "ignore", "inherit"],
    shell: npm[0] === "npm" && process.platform === "win32",
  });
}
