import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Clone } from "../src/clone.ts";
import { packages, read, root } from "../src/files.ts";
import { run } from "../src/registry.ts";

const changesets = readdirSync(join(root, ".changeset"))
  .filter((file) => file.endsWith(".md") && file !== "README.md")
  .map((file) => read(join(root, ".changeset", file)))
  .map((text) => {
    const [, front = "", summary = ""] = text.match(/^---\n([\s\S]*?)---\s*([\s\S]*)$/) ?? [];
    return { names: [...front.matchAll(/"@outgrad\/([\w-]+)"/g)].map(([, name = ""]) => name), summary };
  });
/** What needs a package itself, and the package. */
const withDependents = (name: string): string[] =>
  packages
    .filter((found) => found.name === name || `@outgrad/${name}` in (found.manifest.dependencies ?? {}))
    .map((found) => found.name)
    .sort();

const all = ["--recursive", "--filter", "./packages/*"];

describe("the next release, tried in a clone", () => {
  let clone: Clone;
  let before: Record<string, string>;
  beforeAll(async () => {
    clone = await Clone.make();
    before = clone.versions();
    // After a release there are none; then this stands for the next.
    if (changesets.length === 0) clone.change("ops", "minor", "An op more.");
    await clone.version();
  });
  afterAll(() => clone?.remove());

  it("gives a new version to each package that changed", () => {
    const after = clone.versions();
    for (const name of changesets.flatMap(({ names }) => names))
      expect(after[name], name).not.toBe(before[name]);
  });

  it("writes a changelog for each that tells what changed, and no commits", () => {
    for (const [name, version] of Object.entries(clone.versions())) {
      if (version === before[name]) continue;
      const changelog = clone.read(`packages/${name}/CHANGELOG.md`);
      expect(changelog).toMatch(new RegExp(`^# @outgrad/${name}\n\n## ${version.replaceAll(".", "\\.")}\n`));
      expect(changelog).not.toMatch(/Updated dependencies|^- [0-9a-f]{7}:/m);
      for (const { names, summary } of changesets)
        if (names.includes(name)) expect(changelog).toContain(`- ${summary.split("\n")[0]}`);
    }
    expect(readdirSync(join(clone.folder, ".changeset")).sort()).toEqual(["README.md", "config.json"]);
  });

  it("leaves the lockfile as it has to be", async () => {
    await clone.pnpm("install", "--frozen-lockfile", "--lockfile-only", "--offline");
  });

  it("packs the changelog, and asks for the new versions of what a package needs", async () => {
    await clone.pnpm(...all, "pack", "--pack-destination", clone.folder);
    const versions = clone.versions();
    for (const { name, manifest } of packages) {
      const tarball = join(clone.folder, `outgrad-${name}-${versions[name]}.tgz`);
      if (versions[name] !== before[name])
        expect(await run(clone.folder, "tar", "-tzf", tarball)).toContain("package/CHANGELOG.md\n");
      const packed = JSON.parse(await run(clone.folder, "tar", "-xzOf", tarball, "package/package.json"));
      expect(packed.version).toBe(versions[name]);
      for (const needed of Object.keys(manifest.dependencies ?? {})) {
        const [, ours] = needed.match(/^@outgrad\/(.+)$/) ?? [];
        if (ours) expect(packed.dependencies[needed]).toBe(`^${versions[ours]}`);
      }
    }
  });

  it("would be published, every package of it", async () => {
    const output = await clone.pnpm(...all, "publish", "--dry-run", "--no-git-checks");
    for (const [name, version] of Object.entries(clone.versions()))
      if (version !== before[name]) expect(output).toContain(`@outgrad/${name}@${version}`);
  });

  it("keeps packages apart: a repair in one is a release of that one", async () => {
    const before = clone.versions();
    clone.change("viz", "patch", "A line is where it belongs.");
    await clone.version();
    const after = clone.versions();
    expect(Object.keys(after).filter((name) => after[name] !== before[name])).toEqual(["viz"]);
    expect(clone.read("packages/viz/CHANGELOG.md")).toMatch(
      /### Patch Changes\n\n- A line is where it belongs\.\n/,
    );
  });

  it("takes along, by a patch, those that ask for an older line of what they need", async () => {
    const before = clone.versions();
    clone.change("ops", "minor", "An op more.");
    await clone.version();
    const after = clone.versions();
    expect(
      Object.keys(after)
        .filter((name) => after[name] !== before[name])
        .sort(),
    ).toEqual(withDependents("ops"));
    expect(clone.read("packages/engine/CHANGELOG.md")).toContain(`- Needs @outgrad/ops ${after.ops}.\n`);
  });
});
