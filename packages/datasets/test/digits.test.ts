import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { moduleOf, pack } from "../scripts/pack-digits.mjs";
import { digits, digitsAttribution } from "../src/digits.js";
import { LevelModel } from "../src/level-model.js";
import { countsOf } from "./samples.js";

const { images, labels } = digits();
const rows = Array.from(labels, (label, i) => [...images.subarray(64 * i, 64 * i + 64), label]);
const generated = readFileSync(new URL("../src/generated/packed-digits.ts", import.meta.url), "utf8");

test("digits() is the UCI test set: printed as its CSV, it has the file's SHA-256", () => {
  const csv = rows.map((row) => `${row.join(",")}\n`).join("");
  expect(createHash("sha256").update(csv).digest("hex")).toBe(
    "6ebb3d2fee246a4e99363262ddf8a00a3c41bee6014c373ed9d9216ba7f651b8",
  );
});

test("digits() has 1,797 pictures of 64 pixels from 0 to 16, with the published class counts", () => {
  expect(images).toHaveLength(1797 * 64);
  expect(Math.max(...images)).toBe(16);
  expect(countsOf(labels)).toEqual([178, 182, 177, 183, 181, 182, 181, 179, 174, 180]);
  // The first picture, a 0, and the ink of the first five, read off the CSV.
  expect(rows[0]?.slice(0, 16)).toEqual([0, 0, 5, 13, 9, 1, 0, 0, 0, 0, 13, 15, 10, 15, 5, 0]);
  const ink = rows.slice(0, 5).map((row) => row.slice(0, 64).reduce((sum, pixel) => sum + pixel, 0));
  expect(ink).toEqual([294, 313, 344, 267, 258]);
});

test("digits() unpacks anew: changing one result leaves the next alone", () => {
  const mine = digits();
  mine.images.fill(1);
  mine.labels.fill(1);
  expect(digits().images).toEqual(images);
  expect(digits().labels).toEqual(labels);
});

test("scripts/pack-digits.mjs packs these digits into the committed module", () => {
  expect(moduleOf(pack(rows, new LevelModel()))).toBe(generated);
});

test("the digits cost at most 46,000 bytes in a bundle, 35,000 of them after gzip", () => {
  expect(generated.length).toBeLessThan(46_000);
  expect(gzipSync(generated).length).toBeLessThan(35_000);
});

test("digitsAttribution names the authors, the source, the licence and what was changed", () => {
  for (const part of [
    "Alpaydin",
    "Kaynak",
    "1998",
    "UCI Machine Learning Repository",
    "CC BY 4.0",
    "Packed",
  ]) {
    expect(digitsAttribution).toContain(part);
  }
});
