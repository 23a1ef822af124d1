import { expect, test } from "vitest";
import { xor } from "../src/xor.js";
import { countsOf, samplesOf } from "./samples.js";

test("xor({ n: 4, noise: 0 }) is the truth table with -1 for false", () => {
  expect(samplesOf(xor({ n: 4, noise: 0 })).sort()).toEqual(
    [
      [-1, -1, 0],
      [-1, 1, 1],
      [1, -1, 1],
      [1, 1, 0],
    ].sort(),
  );
});

test("xor({ n: 200 }): label 1 is where x and y differ in sign, half of the points", () => {
  const data = xor({ n: 200, noise: 0.2, seed: 1 });
  expect(samplesOf(data).every(([x, y, label]) => label === (x * y < 0 ? 1 : 0))).toBe(true);
  expect(countsOf(data.labels)).toEqual([100, 100]);
});
