import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { type Found, fuzz } from "../../tools/fuzz/fuzz.mjs";

// Readers with something wrong in them, and one without: a fuzzer that finds nothing proves nothing before it finds these.
const folder = join(import.meta.dirname, "fixtures/fuzz");
const files = readdirSync(folder).map((file) => [basename(file, ".fuzz.ts"), join(folder, file)] as const);
const targets = new Map(files.filter(([name]) => name !== "endless"));
const endless = new Map(files.filter(([name]) => name === "endless"));
let found: readonly Found[];

beforeAll(async () => {
  found = [
    ...(await fuzz({ targets, cases: 800 * targets.size, most: 1 })),
    ...(await fuzz({ targets: endless, cases: 800, endless: 2 })),
  ];
});

const wrongOf = (name: string) =>
  found.find((each) => each.name === name)?.failures.map(({ wrong }) => wrong) ?? [];

it("fuzz() finds nothing in a reader that reads or refuses", () => {
  const right = found.find(({ name }) => name === "right");
  expect(right).toMatchObject({ failures: [] });
  expect(right?.read).toBeGreaterThan(50);
  expect(right?.refused).toBeGreaterThan(50);
});

it.each([
  ["slips", /^threw TypeError: /],
  ["endless", /^was still being read after 2 seconds$/],
  ["slow", /^took \d{3,4} ms$/],
  ["hungry", /^allocated 8\d{6} bytes for an input of \d+$/],
  ["polluting", /^changed a prototype that everything shares$/],
  ["remembering", / left something behind: corpus file 0 is read otherwise now$/],
])("fuzz() finds the reader that is %s", (name, wrong) => {
  expect(wrongOf(name)[0]).toMatch(wrong);
});

it("fuzz() tries the same case again under its number", async () => {
  const failure = found.find(({ name }) => name === "slips")?.failures[0];
  const again = await fuzz({ targets, only: "slips", from: failure?.index ?? 0, cases: 1 });
  expect(again[0]?.failures).toMatchObject([{ index: failure?.index, input: failure?.input }]);
});
