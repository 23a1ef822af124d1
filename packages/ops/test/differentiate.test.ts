import { differentiate, type Formula, parseFormula, toFunction, toText } from "@outgrad/ops";
import * as intrinsics from "@outgrad/ops/intrinsics";
import { expect, it } from "vitest";

const numeric = (formula: Formula, a: number, b: number): number =>
  toFunction(formula, ["a", "b"], intrinsics)(a, b);

it.each([
  ["3", "0"],
  ["b", "0"],
  ["a", "1"],
  ["-a", "-1"],
  ["--a", "1"],
  ["3 * a ** 2 - 4 * a + 5", "3 * (2 * a) - 4"],
  ["a * b", "b"],
  ["a * tanh(a)", "tanh(a) + a * (1 - tanh(a) * tanh(a))"],
  ["exp(2 * a)", "exp(2 * a) * 2"],
  ["sin(a)", "cos(a)"],
  ["cos(a)", "-sin(a)"],
  ["log(a)", "1 / a"],
  ["a < 0 ? 0 : a", "0 if a < 0, otherwise 1"],
  ["b < 0 ? 2 : 3", "0"],
])("differentiate(%o) reads %o", (text, wanted) => {
  expect(toText(differentiate(parseFormula(text), "a"))).toBe(wanted);
});

it.each([
  "-a**3 + sin(3*b) - 1/a + b**2.5 - a**0.5",
  "a ** b + b ** a",
  "tanh(a * b) / (1 + exp(-a))",
  "log1p(a * a) * sqrt(a + b) - expm1(a / b)",
  "a > b ? a * a : abs(b) * a",
  "tan(a) * cos(b) / log(a + 2)",
])("differentiate(%o) twice agrees with differences", (text) => {
  const [a, b, h] = [1.3, 0.7, 1e-4];
  let f = parseFormula(text);
  for (let order = 1; order <= 2; order++) {
    const slope = differentiate(f, "a");
    const at = (x: number): number => numeric(f, x, b);
    // Five points: the error is of order h⁴.
    const wanted = (8 * (at(a + h) - at(a - h)) - (at(a + 2 * h) - at(a - 2 * h))) / (12 * h);
    expect(Math.abs(numeric(slope, a, b) - wanted)).toBeLessThan(1e-9 * Math.max(1, Math.abs(wanted)));
    f = slope;
  }
});

it("pow with a plain exponent loses no sign and makes no NaN at a negative base", () => {
  const slope = differentiate(parseFormula("a ** 3"), "a");
  expect(numeric(slope, -2, 0)).toBe(12);
  expect(numeric(differentiate(slope, "a"), -2, 0)).toBe(-12);
});
