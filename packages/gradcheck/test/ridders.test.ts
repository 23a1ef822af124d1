import { readFileSync } from "node:fs";
import { allOps, type Op, complexStep as opStep, samplePoints } from "@outgrad/ops";
import { abs, atan, cos, exp, log, sin, sqrt, tanh } from "@outgrad/ops/intrinsics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { complexStep, type Estimate, ridders } from "../src/index.js";
import { answers, at, f } from "./exercise.js";
import * as polynomials from "./polynomials.js";

type Case = { at: number[]; partials: number[] };
const golden: Record<string, Case[]> = JSON.parse(
  readFileSync(new URL("../golden/derivatives.json", import.meta.url), "utf8"),
);

const smooth = allOps().filter((op) => op.kinks.length === 0);
const along = (op: Op, point: readonly number[], i: number) => (x: number) =>
  op.value(...point.map((other, k) => (k === i ? x : other)));
const relative = (found: number, wanted: number) =>
  found === wanted ? 0 : Math.abs(found - wanted) / Math.abs(wanted);
const quantile = (numbers: readonly number[], p: number) =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(p * numbers.length))] as number;

describe("ridders(f, x) on every smooth op of the table at ten seeded points, and on the exercises' f", () => {
  const found: { estimate: Estimate; truth: number }[] = [];
  const steps: number[] = [];
  for (const op of smooth) {
    // A new op is judged by its own partials until the golden file is written anew.
    const own = (point: number[]) => op.partials.map((partial) => partial(...point, op.value(...point)));
    const fresh = () => samplePoints(op, 10, 4).map((at) => ({ at, partials: own(at) }));
    for (const { at: point, partials } of golden[op.name] ?? fresh()) {
      partials.forEach((truth, i) => {
        found.push({ estimate: ridders(along(op, point, i), point[i] as number), truth });
        if (golden[op.name]) steps.push(relative(complexStep(op, point, i), truth));
      });
    }
  }
  const exercise = golden.exercise?.[0] as Case;
  ridders(f, exercise.at).forEach((estimate, i) => {
    found.push({ estimate, truth: exercise.partials[i] as number });
  });
  const errors = found.map(({ estimate, truth }) => relative(estimate.value, truth));
  const covered = found.filter(({ estimate, truth }) => Math.abs(estimate.value - truth) <= estimate.error);

  it("its median error is below 1e-14, its worst below 1e-11, and the bar covers all but 1 %", () => {
    console.info(
      `ridders on ${found.length} partials: median error ${quantile(errors, 0.5).toExponential(1)}, worst ` +
        `${quantile(errors, 1).toExponential(1)}, covered ${covered.length}; complex step: median ` +
        `${quantile(steps, 0.5).toExponential(1)}, worst ${quantile(steps, 1).toExponential(1)}`,
    );
    expect(found.length).toBeGreaterThan(500);
    expect(quantile(errors, 0.5)).toBeLessThan(1e-14);
    expect(quantile(errors, 1)).toBeLessThan(1e-11);
    expect(covered.length / found.length).toBeGreaterThanOrEqual(0.99);
  });

  it("the bar is no excuse: it is below 1e-12 of the slope in the median, 1e-10 at worst", () => {
    const bars = found.map(({ estimate, truth }) => estimate.error / (Math.abs(truth) || 1));
    expect(quantile(bars, 0.5)).toBeLessThan(1e-12);
    expect(quantile(bars, 1)).toBeLessThan(1e-10);
  });

  it("the complex step is right to 1e-15", () => {
    expect(quantile(steps, 1)).toBeLessThanOrEqual(1e-15);
  });
});

it("ridders(op, x) covers the truth at 100 points of every smooth op", () => {
  let covered = 0;
  let total = 0;
  for (const op of smooth) {
    for (const point of samplePoints(op, 100, 5)) {
      op.args.forEach((_, i) => {
        const { value, error } = ridders(along(op, point, i), point[i] as number);
        total++;
        if (Math.abs(value - opStep(op, point, i)) <= error) covered++;
      });
    }
  }
  expect(covered / total).toBeGreaterThan(0.999);
});

describe("ridders(f, x) on functions that mislead differences", () => {
  const step = (t: number) => Math.floor(t * 10);
  const cases: [name: string, f: (x: number) => number, x: number, slope: number, digits: number][] = [
    ["sin(100x), a wave that large steps miss", (t) => sin(100 * t), 0.1, 100 * cos(10), 1e-12],
    ["a bump of width 1e-3", (t) => exp(-t * t * 1e6), 2e-4, -400 * exp(-0.04), 1e-10],
    ["a bump of width 1e-7", (t) => exp(-t * t * 1e14), 2e-8, -4e6 * exp(-0.04), 1e-10],
    ["log near its pole", log, 1e-10, 1e10, 1e-10],
    ["sqrt near its end", sqrt, 1e-10, 5e4, 1e-10],
    ["1/x near its pole", (t) => 1 / t, 1e-7, -1e14, 1e-10],
    ["1/x far out", (t) => 1 / t, 1e8, -1e-16, 1e-12],
    ["sin far out", sin, 1e6, cos(1e6), 1e-8],
    ["x² with a huge constant", (t) => 1e6 + t * t, 2, 4, 1e-9],
    ["|x| close to its kink", abs, 1e-9, 1, 1e-12],
    ["a flat step close to its edge", step, 0.1001, 0, 0],
    ["tanh where it is almost flat", tanh, 10, 8.244614455767397e-9, 1e-6],
    ["a flat place in the middle", (t) => (t - 0.3) * (t - 0.3) + 5, 0.3, 0, 0],
    ["x |x|, whose second derivative jumps", (t) => t * abs(t), 0, 0, 0],
    ["exp where it is huge", exp, 700, exp(700), 1e-10],
    ["a tiny function", (t) => 1e-300 * atan(t), 1, 5e-301, 1e-12],
    ["a huge function", (t) => 1e300 * atan(t), 1, 5e299, 1e-12],
  ];
  it.each(cases)("%s", (_, f, x, slope, digits) => {
    const { value, error } = ridders(f, x);
    expect(Math.abs(value - slope)).toBeLessThanOrEqual(error);
    if (slope !== 0) expect(Math.abs(value / slope - 1)).toBeLessThan(digits);
    expect(error).toBeLessThan(slope === 0 ? 1e-10 : 1e-5 * Math.abs(slope));
  });

  it("at a kink the error spans the slopes of both sides", () => {
    expect(ridders(abs, 0)).toEqual({ value: 0, error: 1 });
    const { value, error } = ridders((t) => (t > 0 ? t : 0), 0);
    expect([value - error, value + error]).toEqual([0, 1]);
  });

  it("noise widens the error: float32, random numbers, a sum that cancels", () => {
    let state = 1;
    const random = () => {
      state = (state * 16807) % 2147483647;
      return state / 2147483647;
    };
    for (const [f, slope, noise] of [
      [(t: number) => Math.fround(sin(t)), cos(1.1), 1e-7],
      [(t: number) => sin(Math.fround(t)), cos(1.1), 1e-7],
      [(t: number) => 1e8 + sin(t) - 1e8, cos(1.1), 1e-8],
      [(t: number) => t + 1e-3 * random(), 1, 1e-3],
    ] as const) {
      const { value, error } = ridders(f, 1.1);
      expect(Math.abs(value - slope)).toBeLessThanOrEqual(error);
      expect(error).toBeGreaterThan(noise / 10);
      expect(error).toBeLessThan(100 * noise);
    }
  });

  it("an infinite slope, the end of the domain and a pole are not found", () => {
    expect(ridders(sqrt, 0)).toEqual({ value: Number.NaN, error: Number.POSITIVE_INFINITY });
    expect(ridders(log, 0).error).toBe(Number.POSITIVE_INFINITY);
    expect(ridders((t) => 1 / t, 0).error).toBe(Number.POSITIVE_INFINITY);
    const { value, error } = ridders((t) => Math.sign(t) * sqrt(abs(t)), 0);
    expect(error / value).toBeGreaterThan(0.1);
    expect(value).toBeGreaterThan(100);
  });
});

describe("ridders(f, x)", () => {
  it("finds the slope of polynomials, and its error covers what it misses", () => {
    fc.assert(
      fc.property(polynomials.polynomial(8), fc.double({ min: -10, max: 10, noNaN: true }), (c, x) => {
        const { value, error } = ridders((t: number) => polynomials.at(c, t), x);
        const slope = polynomials.slopeOf(c, x);
        expect(Math.abs(value - slope)).toBeLessThanOrEqual(error);
        expect(error).toBeLessThanOrEqual(1e-12 * polynomials.sizeOf(c, x, Math.max(1, Math.abs(x))));
      }),
    );
  });

  it("is exact for lines", () => {
    fc.assert(
      fc.property(polynomials.coefficient, polynomials.place, (a, x) => {
        const { value, error } = ridders((t: number) => a * t, x);
        expect(Math.abs(value - a)).toBeLessThanOrEqual(1e-15 * Math.abs(a));
        expect(error).toBeLessThanOrEqual(1e-13 * Math.abs(a));
      }),
    );
  });

  it("of a list of numbers is a list of estimates", () => {
    const found = ridders(f, at);
    found.forEach(({ value, error }, i) => {
      expect(Math.abs(value - (answers[i] as number))).toBeLessThanOrEqual(error);
      expect(error).toBeLessThan(1e-11);
    });
  });

  it("with h never looks further than h", () => {
    const seen: number[] = [];
    const { value, error } = ridders(
      (t) => {
        seen.push(t);
        return log(t);
      },
      2,
      2 ** -4,
    );
    expect(Math.max(...seen) - 2).toBe(2 ** -4);
    expect(2 - Math.min(...seen)).toBe(2 ** -4);
    expect(Math.abs(value - 0.5)).toBeLessThanOrEqual(error);
    expect(error).toBeLessThan(1e-12);
  });

  it("calls a smooth function about 30 times", () => {
    for (const f of [sin, exp, tanh, (t: number) => t * t, () => 5]) {
      let calls = 0;
      ridders((t: number) => {
        calls++;
        return f(t);
      }, 1);
      expect(calls).toBeLessThanOrEqual(35);
    }
  });
});
