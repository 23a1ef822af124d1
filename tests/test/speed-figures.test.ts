import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { quoted, readmeTable } from "../../bench/lib/readme.mjs";
import { markdown } from "../../bench/lib/tables.mjs";
import { read, root } from "../src/files.ts";

const results = join(root, "bench/results");
const record = existsSync(join(results, "speed.json")) ? JSON.parse(read(join(results, "speed.json"))) : {};

it("README.md quotes the speeds of bench/results/speed.json as npm run bench -- write puts them", () => {
  expect(quoted(read(join(root, "README.md")))).toBe(readmeTable(record));
});

it("bench/results/speed.md shows what is in speed.json", () => {
  expect(read(join(results, "speed.md"))).toBe(markdown(record));
});

it("the record is a measurement, not a smoke run", () => {
  const quick = Object.values(record as Record<string, { quick: boolean }>).map((part) => part.quick);
  expect(quick.length).toBeGreaterThan(0);
  expect(quick.some(Boolean)).toBe(false);
});
