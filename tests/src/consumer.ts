import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./files.ts";
import { type Registry, run } from "./registry.ts";

/** A fresh project outside the workspace that has installed one package with npm. */
export class Consumer {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async install(registry: Registry, name: string): Promise<Consumer> {
    const folder = join(registry.folder, name.replace("@outgrad/", "with-"));
    mkdirSync(folder);
    writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true }));
    // An empty cache: npm must not know these names and versions from anywhere else.
    const options = ["--registry", registry.url, "--cache", join(folder, ".npm"), "--no-audit", "--no-fund"];
    await run(folder, "npm", "install", name, ...options);
    return new Consumer(folder);
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
  run(file: string): Promise<string> {
    return run(this.folder, process.execPath, file);
  }

  /** The compiler's complaints about index.mts under one way to resolve modules; the packages' own types included. */
  async typeCheck(resolution: "nodenext" | "bundler"): Promise<string> {
    const compiler = join(root, "tests/node_modules/typescript/bin/tsc");
    const module = resolution === "nodenext" ? "nodenext" : "esnext";
    const options = ["--noEmit", "--strict", "--target", "es2022", "--lib", "es2022", "--types", ""];
    const args = [compiler, ...options, "--module", module, "--moduleResolution", resolution, "index.mts"];
    return run(this.folder, process.execPath, ...args).catch((error: { stdout: string }) => error.stdout);
  }
}
