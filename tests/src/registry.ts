import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import type { Manifest } from "../../tools/workspace.mjs";
import { packages, read, root } from "./files.ts";

const execute = promisify(execFile);
/** The pinned pnpm, as npm is asked for it. */
export const { packageManager } = JSON.parse(read(join(root, "package.json"))) as { packageManager: string };

/** What npm and pnpm tell their scripts would steer the npm that a user starts by hand. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/.test(name)));

export async function run(cwd: string, command: string, ...args: string[]): Promise<string> {
  const options = { cwd, env, shell: process.platform === "win32" && command === "npm" };
  const { stdout } = await execute(command, args, options);
  return stdout;
}

/** The folder in node_modules that `name` means to the package in `from`; undefined where an override leaves it out. */
function resolveFrom(from: string, name: string): string | undefined {
  const own = join(from, "node_modules", name);
  const beside = join(from.slice(0, from.lastIndexOf("node_modules")), "node_modules", name);
  const found = [own, beside].find((path) => existsSync(path));
  return found && realpathSync(found);
}

interface Published {
  manifest: Manifest;
  tarball: string;
}

/**
 * An npm registry on this machine. It holds our packages, packed with pnpm as a release does, and the workspace's
 * own copies of what they need: a user's `npm install` can be tried without a release and without a network.
 */
export class Registry {
  /** A temporary folder outside the workspace. */
  readonly folder = mkdtempSync(join(tmpdir(), "outgrad-"));
  readonly #published = new Map<string, Published>();
  readonly #server: Server = createServer((request, response) => {
    const name = decodeURIComponent(request.url?.slice(1) ?? "");
    const answer = name.endsWith(".tgz") ? this.#tarball(name) : this.#packument(name);
    response.writeHead(answer === undefined ? 404 : 200).end(answer);
  });

  /** With all our packages, or with one and those that it needs. */
  static async open(only?: string): Promise<Registry> {
    const registry = new Registry();
    const pnpm = ["exec", "--prefer-offline", "--yes", "--", packageManager];
    const which = only ? ["--filter-prod", `@outgrad/${only}...`] : ["--filter", "./packages/*"];
    await run(root, "npm", ...pnpm, ...which, "pack", "--pack-destination", registry.folder);
    for (const { name, folder } of packages) if (name === (only ?? name)) await registry.publish(folder);
    await new Promise<void>((resolve) => registry.#server.listen(0, "127.0.0.1", resolve));
    return registry;
  }

  /** Publishes the package in a folder, and those of its dependencies that the workspace has. */
  async publish(folder: string): Promise<void> {
    const manifest = JSON.parse(read(join(folder, "package.json"))) as Manifest;
    const { name, version, dependencies = {} } = manifest;
    if (this.#published.has(name)) return;
    const tarball = `${name.replace("@", "").replace("/", "-")}-${version}.tgz`;
    if (name.startsWith("@outgrad/")) {
      // pnpm has replaced "workspace:" and "catalog:" in the manifest that it packed.
      const packed = await run(this.folder, "tar", "-xzOf", tarball, "package/package.json");
      this.#published.set(name, { manifest: JSON.parse(packed), tarball });
    } else {
      this.#published.set(name, { manifest, tarball });
      await run(this.folder, "tar", "-czf", tarball, "-C", dirname(folder), basename(folder));
    }
    for (const dependency of Object.keys(dependencies)) {
      const needed = resolveFrom(folder, dependency);
      if (needed) await this.publish(needed);
    }
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  /** Everything that `npm install name` brings, itself included. */
  closure(name: string): string[] {
    const needs = Object.keys(this.#published.get(name)?.manifest.dependencies ?? {});
    return [...new Set([name, ...needs.flatMap((needed) => this.closure(needed))])].sort();
  }

  /** How many bytes a user downloads for a package alone. */
  bytes(name: string): number {
    const { tarball } = this.#published.get(name) ?? {};
    if (tarball === undefined) throw new Error(`${name} is not in this registry.`);
    return statSync(join(this.folder, tarball)).size;
  }

  #packument(name: string): string | undefined {
    const found = this.#published.get(name);
    if (found === undefined) return undefined;
    const { version } = found.manifest;
    const dist = { tarball: `${this.url}${found.tarball}` };
    const versions = { [version]: { ...found.manifest, dist } };
    return JSON.stringify({ name, "dist-tags": { latest: version }, versions });
  }

  #tarball(name: string): Buffer | undefined {
    const known = [...this.#published.values()].some(({ tarball }) => tarball === name);
    return known ? readFileSync(join(this.folder, name)) : undefined;
  }

  close(): void {
    this.#server.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
