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
