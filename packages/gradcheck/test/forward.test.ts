import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forwardDifference } from "../src/index.js";
import { answers, at, errors, f } from "./exercise.js";
import { coefficient, place } from "./polynomials.js";

describe("forwardDifference(f, x, h) gives the exercises' numbers", () => {
  it("A2: 3x² - 4x + 5 at 3 with h = 0.001 rises by 14.00300000000243", () => {
    expect(forwardDifference((x) => 3 * x ** 2 - 4 * x + 5, 3, 0.001)).toBe(14.00300000000243);
  });

  it("A6: h = 1e-8", () => {
    expect(forwardDifference(f, at, 1e-8)).toEqual([
      -12.353553380251014, 10.256990368162633, 0.0624999607623522,
    ]);
  });

  it("A7: h = 1e-6, and how far that is off", () => {
    const found = forwardDifference(f, at, 1e-6);
    expect(found).toEqual([-12.353559348809995, 10.256991666679482, 0.062499984743169534]);
    expect(errors(found)).toEqual([5.958216721779763e-6, 1.3955669331267018e-6, 1.5256830465659732e-8]);
  });

  it("A9: with h = 1e-4 a check to 1e-5 says WRONG, WRONG, OK", () => {
    const found = errors(forwardDifference(f, at, 1e-4));
    expect(found.map((error) => error.toPrecision(3))).toEqual(["0.000596", "0.000139", "0.00000156"]);
    expect(found.map((error) => error < 1e-5)).toEqual([false, false, true]);
  });

  it("A10: the best h is 1e-8; smaller is worse, and 1e-16 gives 0", () => {
    const error = (h: number) => errors(forwardDifference(f, at, h))[0]?.toPrecision(2);
    const steps = [1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-12, 1e-15];
    expect(steps.map(error)).toEqual([
      "0.000060",
      "0.0000060",
      "5.8e-7",
      "1.0e-8",
      "0.0000012",
      "0.0000048",
      "0.0010",
      "1.7",
    ]);
    expect(forwardDifference(f, at, 1e-16)).toEqual([0, 0, 0]);
  });

  it("A11: 3x² - 4x + 5 at its minimum 2/3 with h = 1e-6 is 2.999378523327323e-6", () => {
    expect(forwardDifference((x) => 3 * x ** 2 - 4 * x + 5, 2 / 3, 1e-6)).toBe(2.999378523327323e-6);
  });
});

describe("forwardDifference(f, x) chooses h", () => {
  it("gets 7 digits of the exercises' gradient", () => {
    forwardDifference(f, at).forEach((found, i) => {
      expect(Math.abs(found / (answers[i] as number) - 1)).toBeLessThan(1e-7);
    });
  });

  it("is exact for x + constant: what is divided by is what was moved", () => {
    fc.assert(
      fc.property(place, (x) => {
        expect(forwardDifference((t) => t, x)).toBe(1);
        expect(forwardDifference((t) => -2 * t, x)).toBe(-2);
      }),
    );
  });

  it("finds the slope of a line to the rounding of the line divided by h", () => {
    fc.assert(
      fc.property(coefficient, coefficient, place, (a, b, x) => {
        const bound = 2 ** -24 * (Math.abs(a) * Math.max(1, Math.abs(x)) + Math.abs(b));
        expect(Math.abs(forwardDifference((t) => a * t + b, x) - a)).toBeLessThanOrEqual(bound);
      }),
    );
  });
});
