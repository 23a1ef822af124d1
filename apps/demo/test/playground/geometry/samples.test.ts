import { describe, expect, it } from "vitest";
import { heights, pieces, sample } from "../../../src/playground/geometry/samples.ts";

describe("sample", () => {
  it("has both ends and equal steps", () => {
    expect(sample((x) => x * x, { low: -1, high: 1 }, 5)).toEqual([
      [-1, 1],
      [-0.5, 0.25],
      [0, 0],
      [0.5, 0.25],
      [1, 1],
    ]);
  });
});

describe("heights", () => {
  it("holds the values with a little room, and the point", () => {
    expect(heights([0, 1, 2, 3, 4], 4)).toEqual({ low: -0.32, high: 4.32 });
    expect(heights([0, 1], 10)).toEqual({ low: -0.8, high: 10.8 });
  });

  it("is not flattened by a pole", () => {
    const values = sample((x) => 1 / x, { low: -1, high: 1.0001 }, 201).map(([, y]) => y);
    const shown = heights(values, 1);
    expect(Math.max(...values)).toBeGreaterThan(1000);
    expect(shown?.high).toBeLessThan(40);
  });

  it("leaves room around what is level, and knows when there is nothing", () => {
    expect(heights([3, 3, 3], 3)).toEqual({ low: 1.5, high: 4.5 });
    expect(heights([Number.NaN, Number.POSITIVE_INFINITY], Number.NaN)).toBeUndefined();
    expect(heights([-1.5e308, 0, 1.5e308], 1)).toEqual({ low: -0.08, high: 1.08 });
  });
});

describe("pieces", () => {
  const shown = { low: -5, high: 5 };

  it("breaks where there is no number", () => {
    const points = [
      [0, 1],
      [1, 2],
      [2, Number.NaN],
      [3, 1],
      [4, 1],
    ] as const;
    expect(pieces(points, shown)).toEqual([points.slice(0, 2), points.slice(3)]);
  });

  it("breaks at a pole, not at a steep slope", () => {
    const pole = [
      [0, 1],
      [1, 9],
      [2, -9],
      [3, -1],
    ] as const;
    expect(pieces(pole, shown)).toEqual([pole.slice(0, 2), pole.slice(2)]);
    const steep = [
      [0, -4],
      [1, 4],
    ] as const;
    expect(pieces(steep, shown)).toEqual([steep]);
  });
});
