import { expect, test } from "vitest";
import { spiral } from "../src/spiral.js";
import { countsOf, samplesOf, worstDistance } from "./samples.js";

test("spiral({ n: 8, noise: 0 }): arm 0 winds once anticlockwise to (1, 0), arm 1 is its mirror image", () => {
  const found = samplesOf(spiral({ n: 8, noise: 0 }));
  const arm = [
    [0, 0.25],
    [-0.5, 0],
    [0, -0.75],
    [1, 0],
  ] as const;
  const expected = arm.flatMap(([x, y]) => [
    [x, y, 0],
    [-x, -y, 1],
  ]);
  expect(found).toHaveLength(8);
  expect(worstDistance(found, expected)).toBeLessThan(1e-15);
  expect(worstDistance(expected, found)).toBeLessThan(1e-15);
});

test("spiral({ classes: 3, n: 100 }) deals the points out evenly, and every arm ends at radius 1", () => {
  const data = spiral({ classes: 3, n: 100, noise: 0, turns: -0.7 });
  expect(countsOf(data.labels)).toEqual([34, 33, 33]);
  for (const arm of [0, 1, 2]) {
    const radii = samplesOf(data).flatMap(([x, y, label]) =>
      label === arm ? [Math.sqrt(x * x + y * y)] : [],
    );
    expect(Math.max(...radii)).toBeCloseTo(1, 14);
  }
});

test("spiral refuses impossible arms with a sentence", () => {
  expect(() => spiral({ classes: 0 })).toThrow(
    "spiral: classes is an integer from 1 to n, so that each has a point; got classes = 0, n = 100.",
  );
  expect(() => spiral({ classes: 5, n: 4 })).toThrow("got classes = 5, n = 4.");
  expect(() => spiral({ turns: Number.NaN })).toThrow(
    "spiral: turns is a finite number of windings; got NaN.",
  );
});
