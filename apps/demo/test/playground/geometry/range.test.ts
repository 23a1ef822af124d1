import { describe, expect, it } from "vitest";
import {
  alike,
  follow,
  rangeAround,
  rounded,
  scaleOf,
  stepOf,
  ticks,
  zoomed,
} from "../../../src/playground/geometry/range.ts";

describe("the range of an axis", () => {
  it("rangeAround(x) has 0 in it", () => {
    expect(rangeAround(2)).toEqual({ low: -1, high: 5 });
    expect(rangeAround(0)).toEqual({ low: -1.5, high: 1.5 });
    expect(rangeAround(-400)).toEqual({ low: -1000, high: 200 });
    expect(Object.values(rangeAround(Number.MAX_VALUE)).every(Number.isFinite)).toBe(true);
  });

  it("follow(range, x) stays while x is inside, and moves when x comes to the edge", () => {
    const range = { low: -1, high: 5 };
    expect(follow(range, 4.6)).toBe(range);
    expect(follow(range, 4.875)).toEqual({ low: 1.875, high: 7.875 });
    expect(follow(range, -100)).toEqual({ low: -103, high: -97 });
  });

  it("alike(a, b) makes both as wide as the wider one, if that is not far wider", () => {
    const [narrow, wide] = [
      { low: 0, high: 2 },
      { low: 1, high: 5 },
    ];
    expect(alike(narrow, wide)).toEqual([{ low: -1, high: 3 }, wide]);
    expect(alike(wide, narrow)).toEqual([wide, { low: -1, high: 3 }]);
    const far = { low: 0, high: 100 };
    expect(alike(narrow, far)).toEqual([narrow, far]);
  });

  it("zoomed(range, x, factor) is around x, between a billionth of it and 1e12", () => {
    expect(zoomed({ low: -1, high: 5 }, 2, 0.5)).toEqual({ low: 0.5, high: 3.5 });
    expect(zoomed({ low: 1.999999999, high: 2.000000001 }, 2, 0.001).high).toBeCloseTo(2.000000002, 15);
    expect(zoomed({ low: -1e12, high: 1e12 }, 0, 2)).toEqual({ low: -1e12, high: 1e12 });
  });
});

describe("ticks", () => {
  it("are round and without the tail of products", () => {
    expect(ticks({ low: -0.05, high: 0.34 }, 5)).toEqual([0, 0.1, 0.2, 0.3]);
    expect(ticks({ low: -1, high: 5 }, 6)).toEqual([-1, 0, 1, 2, 3, 4, 5]);
    expect(ticks({ low: 1e-9, high: 1.9e-9 }, 4)).toEqual([1e-9, 1.5e-9]);
    expect(ticks({ low: 120, high: 940 }, 3)).toEqual([500]);
  });

  it("stepOf(range, count) is 1, 2 or 5 times a power of ten", () => {
    expect(stepOf({ low: 0, high: 6 }, 200)).toBe(0.05);
    expect(stepOf({ low: 0, high: 10 }, 10)).toBe(1);
    expect(stepOf({ low: 0, high: 1100 }, 10)).toBe(200);
    expect(rounded(0.30000000000000004, 0.1)).toBe(0.3);
    expect(Object.is(rounded(-0.001, 0.1), 0)).toBe(true);
  });
});

it("scaleOf(range, start, end) goes to pixels and back", () => {
  const scale = scaleOf({ low: -1, high: 3 }, 100, 300);
  expect(scale.place(0)).toBe(150);
  expect(scale.value(150)).toBe(0);
  expect(scaleOf({ low: 0, high: 1 }, 200, 0).place(0.25)).toBe(150);
});
