import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Manifest } from "../../tools/workspace.mjs";
import { packages, read, root } from "./files.ts";

const { packageManager } = JSON.parse(read(join(root, "package.json"))) as { packageManager: string };
// What npm and pnpm tell their scripts would steer the npm that a user starts by hand.
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/.test(name)));

const npm = (cwd: string, ...args: string[]): string =>
  execFileSync("npm", [...args, "--loglevel=error"], {
    cwd,
    env,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });

/** What a user's npm would fetch, by package name: our tarballs, and the workspace's copies of what they need. */
export interface Registry {
  /** A temporary folder outside the workspace. */
  folder: string;
  sources: Map<string, string>;
  /** What each package needs, itself included. */
  closure(name: string): string[];
}

/** The folder in node_modules that `name` means to the package in `from`. */
function resolveFrom(from: string, name: string): string {
  const own = join(from, "node_modules", name);
  const beside = join(from.slice(0, from.lastIndexOf("node_modules")), "node_modules", name);
  return realpathSync(existsSync(own) ? own : beside);
}

/** Packs the packages with pnpm, as a release does. */
export function packAll(): Registry {
  const folder = mkdtempSync(join(tmpdir(), "outgrad-"));
  const tarballs = join(folder, "tarballs");
  const pnpm = ["exec", "--prefer-offline", "--yes", "--", packageManager];
  npm(root, ...pnpm, "--filter", "./packages/*", "pack", "--pack-destination", tarballs);

  const needs = new Map<string, string[]>();
  const sources = new Map<string, string>();
  const visit = (at: string) => {
    const { name, version, dependencies = {} } = JSON.parse(read(join(at, "package.json"))) as Manifest;
    if (needs.has(name)) return;
    needs.set(name, Object.keys(dependencies));
    const ours = name.startsWith("@outgrad/");
    sources.set(name, ours ? join(tarballs, `${name.slice(1).replace("/", "-")}-${version}.tgz`) : at);
    for (const dependency of Object.keys(dependencies)) visit(resolveFrom(at, dependency));
  };
  for (const { folder } of packages) visit(folder);
  const closure = (name: string): string[] => [
    ...new Set([name, ...(needs.get(name) ?? []).flatMap(closure)]),
  ];
  return { folder, sources, closure };
}

/** A fresh project that has installed `names`, and only them, from the tarballs, without a network. */
export class Consumer {
  readonly folder: string;

  constructor(registry: Registry, title: string, names: string[]) {
    this.folder = join(registry.folder, title);
    mkdirSync(this.folder);
    const file = (name: string): [string, string] => [name, `file:${registry.sources.get(name)}`];
    const all = [...new Set(names.flatMap(registry.closure))];
    const dependencies = Object.fromEntries(names.map(file));
    const overrides = Object.fromEntries(all.filter((name) => !names.includes(name)).map(file));
    this.write("package.json", JSON.stringify({ private: true, dependencies, overrides }));
    npm(
      this.folder,
      "install",
      "--offline",
      "--install-links",
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
    );
  }

  write(file: string, text: string): void {
    writeFileSync(join(this.folder, file), text);
  }

  /** The names of everything in node_modules. */
  installed(): string[] {
    const modules = join(this.folder, "node_modules");
    const names = readdirSync(modules).filter((name) => !name.startsWith("."));
    return names
      .flatMap((name) =>
        name.startsWith("@") ? readdirSync(join(modules, name)).map((inner) => `${name}/${inner}`) : [name],
      )
      .sort();
  }

  /** Runs a file with Node and gives back what it printed. */
  run(file: string): string {
    return execFileSync(process.execPath, [file], { cwd: this.folder, env, encoding: "utf8", stdio: "pipe" });
  }

  /** The compiler's complaints about index.ts under one way to resolve modules; the packages' own types included. */
  typeCheck(resolution: "nodenext" | "bundler"): string {
    const compiler = join(root, "tests/node_modules/typescript/bin/tsc");
    const module = resolution === "nodenext" ? "nodenext" : "esnext";
    const options = ["--noEmit", "--strict", "--target", "es2022", "--lib", "es2022", "--types", ""];
    const args = [compiler, ...options, "--module", module, "--moduleResolution", resolution, "index.mts"];
    try {
      return execFileSync(process.execPath, args, { cwd: this.folder, env, encoding: "utf8" });
    } catch (error) {
      return (error as { stdout: string }).stdout;
    }
  }
}

export const removeAll = (registry: Registry): void =>
  rmSync(registry.folder, { recursive: true, force: true });
