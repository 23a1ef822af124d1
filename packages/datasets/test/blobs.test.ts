import { expect, test } from "vitest";
import { blobs } from "../src/blobs.js";
import { countsOf, samplesOf, worstDistance } from "./samples.js";

test("blobs({ classes: 4, n: 4, noise: 0 }) are four points of the unit circle, anticlockwise from (1, 0)", () => {
  const found = samplesOf(blobs({ classes: 4, n: 4, noise: 0 }));
  const expected = [
    [1, 0, 0],
    [0, 1, 1],
    [-1, 0, 2],
    [0, -1, 3],
  ];
  expect(worstDistance(found, expected)).toBeLessThan(1e-15);
  expect(worstDistance(expected, found)).toBeLessThan(1e-15);
});

test("blobs() has three classes of 34, 33 and 33 points", () => {
  expect(countsOf(blobs().labels)).toEqual([34, 33, 33]);
});

test("blobs({ classes: 101 }) throws", () => {
  expect(() => blobs({ classes: 101 })).toThrow(
    "blobs: classes is an integer from 1 to n, so that each has a point; got classes = 101, n = 100.",
  );
});
