import { existsSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Consumer, filesIn, resolutions } from "../src/consumer.ts";
import { entries, entriesOf } from "../src/entries.ts";
import { packages, read, root } from "../src/files.ts";
import { imported, listed, required, traces, typeChecked } from "../src/importing.ts";
import { Registry } from "../src/registry.ts";
import { strays } from "../src/tarball.ts";

let registry: Registry;
let consumer: Consumer;
beforeAll(async () => {
  registry = await Registry.open();
  consumer = await Consumer.install(
    registry,
    packages.map(({ manifest }) => manifest.name),
  );
});
afterAll(() => registry?.close());

/** How many kB a package may take to download, and to keep. */
const budgets: Record<string, [packed: number, unpacked: number]> = {
  datasets: [200, 400],
  engine: [1000, 4600],
  exercises: [650, 2500],
  gpu: [350, 1400],
  gradcheck: [120, 350],
  losses: [100, 350],
  nn: [600, 2500],
  ops: [450, 1700],
  viz: [500, 1900],
};

/** Those that say that importing them changes nothing. */
const withoutEffects = entries.filter((entry) => {
  const { folder = "" } = packages.find(({ name }) => name === entry.package) ?? {};
  const { sideEffects } = JSON.parse(read(join(folder, "package.json"))) as { sideEffects: false | string[] };
  const withEffects = sideEffects || [];
  return !withEffects.includes(entry.node);
});

describe.each(packages)("the tarball of $name", ({ name, manifest, folder }) => {
  let installed: string;
  beforeAll(() => {
    installed = consumer.package(manifest.name);
  });

  it("holds what is built, its sources, and nothing else", () => {
    expect(existsSync(join(installed, "src/index.ts"))).toBe(true);
    expect(strays(installed)).toEqual([]);
  });

  it("carries the licence, the README and what else stands beside its package.json for users", () => {
    expect(read(join(installed, "LICENSE"))).toBe(read(join(root, "LICENSE")));
    expect(read(join(installed, "README.md"))).toMatch(new RegExp(`^# ${manifest.name}\n`));
    for (const file of ["CHANGELOG.md", "NOTICE"])
      expect(existsSync(join(installed, file)), file).toBe(existsSync(join(folder, file)));
  });

  it("has a manifest that says all that npm shows, in words that npm knows", () => {
    const text = read(join(installed, "package.json"));
    expect(text).not.toMatch(/"(workspace|catalog|link|file):/);
    const home = `https://github.com/outgrad/outgrad/tree/main/packages/${basename(folder)}#readme`;
    const url = "git+https://github.com/outgrad/outgrad.git";
    expect(JSON.parse(text)).toMatchObject({
      description: expect.stringMatching(/^[A-Z].{20,140}\.$/),
      keywords: expect.arrayContaining(["typescript"]),
      license: expect.stringContaining("MIT"),
      homepage: home,
      bugs: expect.stringContaining("/issues"),
      repository: { type: "git", url, directory: `packages/${basename(folder)}` },
      engines: { node: "^20.19.0 || >=22.12.0" },
      publishConfig: { access: "public", provenance: true },
    });
  });

  it("takes no more than its budget", () => {
    const [packed, unpacked] = budgets[name] ?? [0, 0];
    const bytes = filesIn(installed).reduce((sum, file) => sum + statSync(file).size, 0);
    expect(registry.bytes(manifest.name) / 1000).toBeLessThan(packed);
    expect(bytes / 1000).toBeLessThan(unpacked);
  });
});

describe("all packages, installed by npm in an empty folder", () => {
  it("bring what they declare and nothing else", () => {
    const declared = packages.flatMap(({ manifest }) => registry.closure(manifest.name));
    expect(consumer.names()).toEqual([...new Set(declared)].sort());
    expect(consumer.built()).toEqual([]);
  });

  it("are imported by ES modules, every entry of them", async () => {
    for (const { name } of packages) expect(entriesOf(name).length, name).toBeGreaterThan(0);
    expect(await imported(consumer, entries)).toBe(listed(entries));
  });

  it("are required by CommonJS", async () => {
    expect(await required(consumer, entries)).toBe(listed(entries));
  });

  it.each(resolutions)("type-check under %s, strictly and library types included", async (resolution) => {
    expect(await typeChecked(consumer, entries, resolution)).toBe("");
  });

  it("leave no trace when they are imported, where package.json says so", async () => {
    expect(withoutEffects.map(({ specifier }) => specifier)).not.toContain("@outgrad/viz/elements");
    expect(await traces(consumer, withoutEffects)).toEqual([]);
  });
});
