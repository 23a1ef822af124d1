import { opOf, parseFormula } from "@outgrad/ops";
import { expect, it } from "vitest";
import { analyticSlope } from "../src/analytic.js";

it("analyticSlope(op, values, index) finds a kink in the branch that the values take, and in what is compared", () => {
  const slopeAt = (formula: string, x: number) =>
    analyticSlope({ ...opOf("abs"), formula: parseFormula(formula), kinks: [] }, [x], 0);
  expect(slopeAt("a > -1 ? abs(a) * 3 : a", 0)).toBe("a is 0, a kink");
  expect(slopeAt("a > -1 ? abs(a) * 3 : a", 2)).toBe(3);
  expect(slopeAt("abs(a) < 1 ? a + 5 : a", 0)).toBe("a is 0, a kink");
  expect(slopeAt("a > 1 ? abs(a) * 3 : a", 0)).toBe(1);
});

const slopeAt = (formula: string, x: number) =>
  analyticSlope({ ...opOf("exp"), formula: parseFormula(formula), kinks: [] }, [x], 0);

it("analyticSlope(op, values, index) finds a kink where branches meet, within four bits of rounding", () => {
  expect(slopeAt("a > 1 ? a : 2 - a", 1)).toBe("a - 1 is 0, a kink");
  expect(slopeAt("a > 1 ? a : 2 - a", 1 + 2 ** -50)).toBe("a - 1 is 0, a kink");
  expect(slopeAt("a > 1 ? a : 2 - a", 1 + 5 * 2 ** -52)).toBe(1);
});

it("analyticSlope(op, values, index) compares two steps, both short beside a small value", () => {
  const slope = slopeAt("log(a)", 1e-150) as number;
  expect(Math.abs(slope / 1e150 - 1)).toBeLessThan(1e-15);
});

it("analyticSlope(op, values, index) does not compare steps that have lost their digits", () => {
  const slope = slopeAt(`a * 0.${"0".repeat(215)}12345678901`, 1) as number;
  expect(Math.abs(slope / 1.2345678901e-216 - 1)).toBeLessThan(1e-9);
});

it("analyticSlope(op, values, index) takes only differences for 0 that are within rounding", () => {
  expect(slopeAt("abs(a * a)", 1)).toBe(2);
  expect(slopeAt("a > 1 ? a : 2 - a", 1 - 2 ** -50)).toBe("a - 1 is 0, a kink");
  expect(slopeAt("a > 1 ? a : 2 - a", 1 - 5 * 2 ** -52)).toBe(-1);
});

it("analyticSlope(op, values, index) refuses a singularity, however small what it shows", () => {
  const why = "the function is not analytic here";
  expect(slopeAt("sqrt(a)", 0)).toBe(why);
  expect(slopeAt(`sqrt(a) * 0.${"0".repeat(199)}1`, 0)).toBe(why);
});
