import { complexStep, parseFormula } from "@outgrad/ops";
import { describe, expect, it } from "vitest";
import { golden, slopeOf } from "./golden.js";

const step = (text: string, values: number[], index = 0, params = {}) =>
  complexStep(
    { formula: parseFormula(text), args: ["a", "b"].slice(0, values.length), params },
    values,
    index,
  );

describe.each([...golden("derivatives.txt")])("complexStep of %s", (name, lines) => {
  it("is the derivative to 2e-15 at every size of argument, as 50 digits have it", () => {
    for (const { args, index, derivative } of lines.map(slopeOf)) {
      const text = args.length > 1 ? `${name}(a, b)` : `${name}(a)`;
      expect(Math.abs(step(text, args, index) / derivative - 1), `at ${args.join(", ")}`).toBeLessThan(2e-15);
    }
  });
});

describe("complexStep(op, values, index)", () => {
  it("keeps every digit of derivatives that vanish: sigmoid, softplus and tanh far out", () => {
    const sigmoid = "1 / (1 + exp(-a))";
    const softplus = "(a > 0 ? a : 0) + log1p(exp(-abs(a)))";
    expect(step(sigmoid, [-600]) / 2.6503965530043108e-261).toBeCloseTo(1, 14);
    expect(step(softplus, [-300]) / 5.148200222412013e-131).toBeCloseTo(1, 14);
    expect(step("tanh(a)", [300]) / 1.0601586212017245e-260).toBeCloseTo(1, 14);
    for (const text of [sigmoid, softplus, "tanh(a)"]) expect(step(text, [-1000])).toBe(0);
    expect(step(sigmoid, [1000])).toBe(0);
    expect(step(softplus, [1000])).toBe(1);
  });

  it("is right at 0 and at the ends of the doubles", () => {
    expect(step("sin(a)", [0])).toBe(1);
    expect(step("pow(a, 2)", [0])).toBe(0);
    expect(step("pow(a, 1)", [0])).toBe(1);
    expect(step("log(a)", [1e-300])).toBeCloseTo(1e300, -285);
    expect(step("log(a)", [1e300]) * 1e300).toBeCloseTo(1, 14);
    expect(step("a * a", [1e-140]) * 1e140).toBeCloseTo(2, 14);
  });

  it("takes each argument and parameter by its index", () => {
    expect(step("a * b", [3, 5], 0)).toBe(5);
    expect(step("a * b", [3, 5], 1)).toBe(3);
    const op = { formula: parseFormula("a > 0 ? a : slope * a"), args: ["a"], params: { slope: 0.01 } };
    expect(complexStep(op, [-2, 0.25], 0)).toBe(0.25);
    expect(complexStep(op, [-2, 0.25], 1)).toBe(-2);
    expect(() => complexStep(op, [-2, 0.25], 2)).toThrow(
      "complexStep: there is no value 2; the op takes a, slope.",
    );
  });

  it("is NaN where the value is not a real number, or is NaN", () => {
    expect(step("log(a)", [-2])).toBeNaN();
    expect(step("sqrt(a)", [-2])).toBeNaN();
    expect(step("pow(a, b)", [-2, 0.5])).toBeNaN();
    expect(step("pow(a, b)", [-2, 3], 1)).toBeNaN();
    expect(step("a * 2", [Number.NaN])).toBeNaN();
    expect(step("pow(a, b)", [-2, 3], 0)).toBe(12);
  });
});
