import { describe, expect, it } from "vitest";
import { findFormula } from "../../src/grader/formulas.ts";

const a = [0.37, -0.81, 0.55];
const y = a.map(Math.tanh);
const names = [
  { text: "a", values: a },
  { text: "y", values: y },
];

describe("findFormula(values, names)", () => {
  it.each<[string, (a: number, y: number) => number]>([
    ["a", (a) => a],
    ["1 + y ** 2", (_, y) => 1 + y * y],
    ["1 - y", (_, y) => 1 - y],
    ["1 - a ** 2", (a) => 1 - a * a],
    ["exp(a)", (a) => Math.exp(a)],
    ["a / y", (a, y) => a / y],
  ])("finds %s", (formula, f) => {
    expect(
      findFormula(
        a.map((x, i) => f(x, y[i] as number)),
        names,
      ),
    ).toBe(formula);
  });

  it("finds sums of two products", () => {
    const found = findFormula(
      a.map((x, i) => x * x + (y[i] as number) * 3),
      names,
    );
    expect(found).toBe("y * 3 + a ** 2");
  });

  it("is undefined for numbers that no small formula gives, and for NaN", () => {
    expect(findFormula([0.123, 4.567, -8.901], names)).toBeUndefined();
    expect(findFormula([NaN, 1, 2], names)).toBeUndefined();
  });
});
