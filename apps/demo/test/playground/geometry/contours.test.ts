import { describe, expect, it } from "vitest";
import { contour, type Field, fields, levelsOf } from "../../../src/playground/geometry/contours.ts";

const unit = { low: -1, high: 1 };
const all = (f: (x: number, y: number) => number) => [...fields(f, unit, unit)];
const last = (f: (x: number, y: number) => number) => all(f).at(-1) as Field;

describe("fields", () => {
  it("has rows from below, and yields a complete coarse field before the finer ones", () => {
    const seen = all((x, y) => 10 * y + x);
    expect(new Set(seen.map((field) => field?.size))).toEqual(new Set([undefined, 13, 25, 57]));
    const [coarse] = seen.filter((field) => field !== undefined);
    expect(coarse?.values).toHaveLength(169);
    expect([coarse?.values[0], coarse?.values[12], coarse?.values[168]]).toEqual([-11, -9, 11]);
  });
});

describe("contour", () => {
  it("of x² + y² at 0.25 is a circle of radius a half", () => {
    const segments = contour(
      last((x, y) => x * x + y * y),
      0.25,
    );
    expect(segments.length).toBeGreaterThan(40);
    for (const [x1, y1, x2, y2] of segments) {
      for (const [x, y] of [
        [x1, y1],
        [x2, y2],
      ] as const) {
        expect(Math.hypot(2 * x - 1, 2 * y - 1)).toBeCloseTo(0.5, 2);
      }
    }
    const length = segments.reduce((sum, [x1, y1, x2, y2]) => sum + 2 * Math.hypot(x2 - x1, y2 - y1), 0);
    expect(length).toBeCloseTo(Math.PI, 1);
  });

  it("of a plane is a straight line, of a saddle two that cross", () => {
    const plane = contour(
      last((x) => x),
      0.1,
    );
    expect(plane).toHaveLength(56);
    for (const [x1, , x2] of plane)
      expect([x1, x2].map((x) => x.toFixed(9))).toEqual(["0.550000000", "0.550000000"]);
    const saddle = contour(
      last((x, y) => x * y),
      0.001,
    );
    expect(saddle.every(([x, y]) => (x - 0.5) * (y - 0.5) >= 0)).toBe(true);
  });

  it("leaves out squares with a missing value", () => {
    const half = contour(
      last((x, y) => (y < 0 ? Number.NaN : x)),
      0.1,
    );
    expect(half).toHaveLength(28);
    expect(half.every(([, y1, , y2]) => y1 >= 0.5 && y2 >= 0.5)).toBe(true);
  });
});

it("levelsOf(field) are round heights", () => {
  expect(
    levelsOf(
      last((x) => x),
      0,
    ),
  ).toEqual([-1, -0.8, -0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8, 1]);
  expect(levelsOf({ size: 2, values: [Number.NaN, Number.NaN, Number.NaN, Number.NaN] }, Number.NaN)).toEqual(
    [],
  );
});
