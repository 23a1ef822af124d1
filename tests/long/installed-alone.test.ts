import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Consumer, managers, resolutions } from "../src/consumer.ts";
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

const cases = packages.flatMap(({ name, manifest }) =>
  managers.map((manager) => [name, manager, manifest.name] as const),
);

// pnpm shows a package what it declares and nothing else; npm shows it whatever else is installed.
describe.each(cases)("%s, installed alone by %s", (name, manager, full) => {
  const entries = entriesOf(name);
  let consumer: Consumer;
  beforeAll(async () => {
    consumer = await Consumer.install(registry, [full], manager);
  });

  it("brings what it declares and nothing else", () => {
    expect(consumer.names()).toEqual(registry.closure(full));
  });

  it("is imported and required", async () => {
    expect(await imported(consumer, entries)).toBe(listed(entries));
    expect(await required(consumer, entries)).toBe(listed(entries));
  });

  it.each(resolutions)("type-checks under %s", async (resolution) => {
    expect(await typeChecked(consumer, entries, resolution)).toBe("");
  });

  it("does what its README says, with what its README says to install", async () => {
    const readme = new Readme(name);
    expect(readme.installs).toContain(full);
    await consumer.install(...readme.installs);
    expect(await readme.follow(consumer)).toMatch(/^[1-9]\d* blocks followed\n$/);
  });
});
