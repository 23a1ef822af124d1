import { describe, expect, test } from "vitest";
import { blobs, circles, moons, spiral, xor } from "../src/index.js";
import { countsOf, samplesOf } from "./samples.js";

const generators = { moons, circles, spiral, xor, blobs };

describe.each(Object.entries(generators))("%s", (name, make) => {
  test("makes 100 points by default, and says its name", () => {
    const { points, labels, ...rest } = make();
    expect(rest).toEqual({ name });
    expect(points).toHaveLength(100);
    expect(labels).toHaveLength(100);
    expect(points.flat().every(Number.isFinite)).toBe(true);
  });

  test("gives the same points for the same seed and others for another", () => {
    expect(make({ seed: 5 })).toEqual(make({ seed: 5 }));
    expect(make({ seed: 5 }).points).not.toEqual(make({ seed: 6 }).points);
    expect(make()).toEqual(make({ seed: 0 }));
    expect(make({ seed: "text" }).points).not.toEqual(make({ seed: 0 }).points);
  });

  test("keeps classes and places for every noise of one seed: noise only moves points", () => {
    const [quiet, loud] = [make({ seed: 3, noise: 0 }), make({ seed: 3, noise: 0.5 })];
    expect(loud.labels).toEqual(quiet.labels);
    const moved = loud.points.flatMap(([x, y], i) => {
      const [a, b] = quiet.points[i] as [number, number];
      return [x - a, y - b];
    });
    const deviation = Math.sqrt(moved.reduce((sum, d) => sum + d * d, 0) / moved.length);
    // Two hundred normal numbers of deviation 0.5: five standard errors are 0.125.
    expect(Math.abs(deviation - 0.5)).toBeLessThan(0.125);
  });

  test("shuffles: the first ten labels are not the exact samples' order", () => {
    const orders = [1, 2, 3].map((seed) => make({ seed }).labels.slice(0, 10).join(""));
    expect(new Set(orders).size).toBe(3);
  });

  test.each([
    [{ n: 0 }, `${name}: n is the number of points, an integer >= 1; got 0.`],
    [{ n: 2.5 }, `${name}: n is the number of points, an integer >= 1; got 2.5.`],
    [{ n: "many" as unknown as number }, `${name}: n is the number of points, an integer >= 1; got many.`],
    [{ noise: -1 }, `${name}: noise is a standard deviation, a finite number >= 0; got -1.`],
    [{ noise: Number.NaN }, `${name}: noise is a standard deviation, a finite number >= 0; got NaN.`],
    [{ seed: 0.5 }, "random: expected a seed that is a safe integer or a string, got 0.5."],
  ])("refuses %o with a sentence", (options, sentence) => {
    expect(() => make(options)).toThrow(sentence);
  });
});

test("one point is possible: moons({ n: 1 })", () => {
  expect(samplesOf(moons({ n: 1, noise: 0 }))).toEqual([[0, 0.5, 1]]);
  expect(countsOf(circles({ n: 1 }).labels)[1]).toBe(1);
});
