import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Consumer, resolutions } from "../src/consumer.ts";
import { entriesOf } from "../src/entries.ts";
import { packages } from "../src/files.ts";
import { imported, listed, required, typeChecked } from "../src/importing.ts";
import { Readme } from "../src/readme.ts";
import { Registry } from "../src/registry.ts";

let registry: Registry;
beforeAll(async () => {
  registry = await Registry.open();
});
afterAll(() => registry?.close());

// pnpm shows a package what it declares and nothing else; npm would show it whatever else is installed.
describe.each(packages)("$name, installed by pnpm as its README says", ({ name, manifest }) => {
  const readme = new Readme(name);
  const entries = entriesOf(name);
  let consumer: Consumer;
  beforeAll(async () => {
    consumer = await Consumer.install(registry, readme.installs, "pnpm");
  });

  it("brings what it declares and nothing else", () => {
    expect(readme.installs).toContain(manifest.name);
    const declared = readme.installs.flatMap((installed) => registry.closure(installed));
    expect(consumer.names()).toEqual([...new Set(declared)].sort());
    expect(consumer.built()).toEqual([]);
  });

  it("is imported and required, every entry of it", async () => {
    expect(await imported(consumer, entries)).toBe(listed(entries));
    expect(await required(consumer, entries)).toBe(listed(entries));
  });

  it.each(resolutions)("type-checks under %s, strictly and library types included", async (resolution) => {
    expect(await typeChecked(consumer, entries, resolution)).toBe("");
  });

  it("does what its README shows", async () => {
    expect(await readme.follow(consumer)).toMatch(/^[1-9]\d* blocks followed\n$/);
  });
});
