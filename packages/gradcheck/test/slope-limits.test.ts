import { describe, expect, it } from "vitest";
import { probe } from "../src/probe.js";
import { slopeOf } from "../src/slope.js";

const ulp = 2 ** -52;

/** How often slopeOf(f, x) calls f. */
function calls(f: (t: number) => number, x: number): number {
  let count = 0;
  slopeOf((t) => {
    count++;
    return f(t);
  }, x);
  return count;
}

describe("slopeOf(f, x) tries min(|x|, 1) for its first step", () => {
  it("only where that is another one than max(|x|, 1)", () => {
    const once = calls(Math.abs, 0);
    const kink = (x: number) => calls((t) => Math.abs(t - x), x);
    expect([0, 1, -1].map(kink)).toEqual([once, once, once]);
    expect([2, 0.5, -2].map(kink)).toEqual([2 * once, 2 * once, 2 * once]);
  });

  it("not where the error is 0, as the slope is", () => {
    expect(calls(() => 0, 3)).toBe(calls(() => 0, 1));
  });

  it("and keeps what the first one found where both are as good", () => {
    const f = (t: number) => Math.abs(t - 4) + (Math.abs(t - 4) > 2 ? 0.001 : 0);
    const [coarse, fine] = [slopeOf(f, 4, 4), slopeOf(f, 4, 1)];
    expect(coarse.error).toBe(fine.error);
    expect(coarse.left.error).not.toBe(fine.left.error);
    expect(slopeOf(f, 4)).toEqual(coarse);
  });
});

describe("slopeOf(f, x) takes a plateau that ends in a tiny step for a stair of rounding", () => {
  /** Flat up to 1/64, where it falls by `rise`, and farther out by more. */
  const stair = (rise: number) => (t: number) => (t >= 1 / 32 ? 1 - 1e-10 : t >= 1 / 64 ? 1 - rise : 1);
  const errorOf = (rise: number) => slopeOf(stair(rise), 0).error / ulp;

  it("of more than 8 last bits: then the error is twice the slope of the step", () => {
    expect(errorOf(8 * ulp)).toBeLessThan(800);
    expect(errorOf(8.5 * ulp)).toBe(2 * 8.5 * 64);
    expect(errorOf(16 * ulp)).toBe(2 * 16 * 64);
  });

  it("of less than 1e-8 of f", () => {
    const errorOf = (rise: number) => slopeOf((t: number) => (t >= 1 / 64 ? 1e8 - rise : 1e8), 0).error;
    expect(errorOf(1)).toBeLessThan(1e-4);
    expect(errorOf(0.5)).toBe(2 * 0.5 * 64);
  });

  it("unless noise close to x leaves more than that", () => {
    const noisy = (t: number) => (t > 7e-7 && t < 9.4e-7 ? 1 - 40 * ulp : stair(16 * ulp)(t));
    const error = slopeOf(noisy, 0).error / ulp;
    expect(error).toBeGreaterThan(2 * 16 * 64);
    expect(error).toBeLessThan(3 * 16 * 64);
  });

  it.each([2 ** 20, 2 ** -20])("times %d it is as much wider", (scale) => {
    const f = stair(16 * ulp);
    expect(slopeOf((t) => scale * f(t), 0).error).toBe(scale * slopeOf(f, 0).error);
  });
});

it("probe(f, x, y, scale) keeps a distance that x can tell, 1e-14 of it", () => {
  const distances: number[] = [];
  const f = (t: number) => distances.push(Math.abs(t - 1e8));
  probe(f, 1e8, 0, 1);
  expect(Math.max(...distances)).toBeCloseTo(3e-6, 7);
});
