import { opOf } from "@outgrad/ops";
import { expect, it } from "vitest";
import { expectedSlope } from "../src/expected-slope.js";

const errorOf = (name: string, ...values: number[]): number => {
  const slope = expectedSlope(opOf(name), values, 0);
  return typeof slope === "string" ? Number.NaN : slope.error;
};

it("expectedSlope(op, values, index) allows what the last bit of an input is worth, to either side", () => {
  const ulp = 2 ** -52;
  // One bit lower the slope of acosh is infinite, one bit higher that of asin.
  expect(errorOf("acosh", 1 + ulp)).toBe(Infinity);
  expect(errorOf("acosh", 1 + 2 ** 20 * ulp)).toBeLessThan(1);
  expect(errorOf("asin", 1 - ulp / 2)).toBe(Infinity);
  expect(errorOf("asin", 1 - 2 ** 20 * ulp)).toBeLessThan(1);
  expect(errorOf("square", 1)).toBeCloseTo(2e-14 + 2 * 2 * ulp, 24);
});

it("expectedSlope(op, values, index) says why there is none", () => {
  expect(expectedSlope(opOf("relu"), [0], 0)).toBe("a is 0, a kink");
});
