import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { Manifest } from "../../tools/workspace.mjs";
import { root } from "./files.ts";
import { packageManager, type Registry, run } from "./registry.ts";

/** What a user installs packages with. */
export const managers = ["npm", "pnpm"] as const;
export type Manager = (typeof managers)[number];

/** The ways that a user's compiler resolves modules. */
export const resolutions = ["nodenext", "bundler"] as const;
export type Resolution = (typeof resolutions)[number];

/** What a package manager runs by itself when it installs a package. */
const installScripts = ["preinstall", "install", "postinstall"];

/** A fresh project outside the workspace that has installed one package. */
export class Consumer {
  readonly folder: string;
  readonly #registry: string;
  readonly #manager: Manager;

  private constructor(folder: string, registry: string, manager: Manager) {
    this.folder = folder;
    this.#registry = registry;
    this.#manager = manager;
  }

  static async install(
    registry: Registry,
    names: readonly string[],
    manager: Manager = "npm",
  ): Promise<Consumer> {
    const folder = join(registry.folder, [manager, ...names].join("-").replaceAll("@outgrad/", ""));
    mkdirSync(folder);
    writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true }));
    const consumer = new Consumer(folder, registry.url, manager);
    await consumer.install(...names);
    return consumer;
  }

  async install(...names: string[]): Promise<void> {
    // Empty caches: nobody must know these names and versions from anywhere else.
    const cache = join(this.folder, ".cache");
    const registry = ["--registry", this.#registry];
    if (this.#manager === "npm") {
      await run(
        this.folder,
        "npm",
        "install",
        ...names,
        ...registry,
        "--cache",
        cache,
        "--no-audit",
        "--no-fund",
      );
    } else {
      const pnpm = ["exec", "--prefer-offline", "--yes", "--", packageManager];
      // Without hoisting a package finds what it declares and nothing else.
      const own = [`--store-dir=${cache}`, `--config.cache-dir=${cache}`, "--config.hoist=false"];
      await run(this.folder, "npm", ...pnpm, "add", ...names, ...registry, ...own);
    }
  }

  /** Adds the fields of a text of JSON to a file of JSON, and other text to the end of other files. */
  add(file: string, text: string): void {
    const path = join(this.folder, file);
    if (!file.endsWith(".json")) appendFileSync(path, text);
    else
      writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, "utf8")), ...JSON.parse(text) }));
  }

  write(file: string, text: string): void {
    writeFileSync(join(this.folder, file), text);
  }

  /** The names of all packages in node_modules, at any depth. */
  names(): string[] {
    return this.#packages.map(({ manifest }) => manifest.name).sort();
  }

  /** The names of those that run a script when they are installed, or have something to compile. */
  built(): string[] {
    return this.#packages
      .filter(({ folder, manifest }) => {
        const { scripts = {} } = manifest;
        return installScripts.some((script) => script in scripts) || existsSync(join(folder, "binding.gyp"));
      })
      .map(({ manifest }) => manifest.name);
  }

  /** How many bytes the files of all packages have. */
  bytes(): number {
    return this.#packages
      .flatMap(({ folder }) => filesIn(folder))
      .reduce((sum, file) => sum + statSync(file).size, 0);
  }

  get #packages() {
    return filesIn(join(this.folder, "node_modules"))
      .filter((file) => /node_modules[\\/](@[^\\/]+[\\/])?[^@.\\/][^\\/]*[\\/]package\.json$/.test(file))
      .map((file) => ({
        folder: dirname(file),
        manifest: JSON.parse(readFileSync(file, "utf8")) as Manifest,
      }));
  }

  /** Runs a file with Node and gives back what it printed. */
  run(file: string): Promise<string> {
    return run(this.folder, process.execPath, file);
  }

  /**
   * The compiler's complaints about these files, the packages' own types included, under one way to resolve modules;
   * with more options it writes what it compiled.
   */
  async typeCheck(resolution: Resolution, files: readonly string[], ...more: string[]): Promise<string> {
    const compiler = join(root, "tests/node_modules/typescript/bin/tsc");
    const module = resolution === "nodenext" ? "nodenext" : "esnext";
    const options = ["--strict", "--target", "es2022", "--module", module, "--moduleResolution", resolution];
    const extent = more.length > 0 ? more : ["--noEmit", "--lib", "es2022", "--types", ""];
    const args = [compiler, ...options, ...extent, ...files];
    return run(this.folder, process.execPath, ...args).catch((error: { stdout: string }) => error.stdout);
  }

  /** The folder of one package in node_modules. */
  package(name: string): string {
    return join(this.folder, "node_modules", name);
  }
}

/** All files below a folder, each where it really lies: links are not followed. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
