import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Manifest } from "../../tools/workspace.mjs";
import { packages, read, root } from "./files.ts";
import { packageManager, run } from "./registry.ts";

/** A clone of what is committed here, installed, to try what would happen: with commits of its own. */
export class Clone {
  readonly folder = mkdtempSync(join(tmpdir(), "outgrad-clone-"));

  static async make(): Promise<Clone> {
    const clone = new Clone();
    await run(root, "git", "clone", "--quiet", root, clone.folder);
    await clone.pnpm("install", "--frozen-lockfile", "--prefer-offline");
    return clone;
  }

  /** Adds a changeset: what changes in which package. */
  change(name: string, bump: "patch" | "minor" | "major", summary: string): void {
    const text = `---\n"@outgrad/${name}": ${bump}\n---\n\n${summary}\n`;
    writeFileSync(join(this.folder, `.changeset/${name}-${bump}.md`), text);
  }

  /** Makes versions and changelogs of the changesets there are, and commits them. */
  async version(): Promise<void> {
    await this.commit();
    const cli = join(this.folder, "node_modules/@changesets/cli/bin.js");
    await run(this.folder, process.execPath, cli, "version");
    await this.commit();
  }

  async commit(): Promise<void> {
    const author = ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.org"];
    await run(this.folder, "git", "add", "--all");
    await run(this.folder, "git", ...author, "commit", "--quiet", "--allow-empty", "--message", "A commit");
  }

  pnpm(...args: string[]): Promise<string> {
    return run(this.folder, "npm", "exec", "--prefer-offline", "--yes", "--", packageManager, ...args);
  }

  read(path: string): string {
    return read(join(this.folder, path));
  }

  /** The version of every package, by its folder. */
  versions(): Record<string, string> {
    const manifest = (folder: string) =>
      JSON.parse(this.read(join("packages", folder, "package.json"))) as Manifest;
    return Object.fromEntries(
      packages.map(({ folder }) => [basename(folder), manifest(basename(folder)).version]),
    );
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
