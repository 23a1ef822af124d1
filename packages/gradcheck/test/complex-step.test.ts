import { allOps, type Complex, evaluateComplex, opOf, parseFormula, samplePoints } from "@outgrad/ops";
import { describe, expect, it } from "vitest";
import { complexStep } from "../src/index.js";
import { answers } from "./exercise.js";

const relative = (found: number, wanted: number) =>
  found === wanted ? 0 : Math.abs(found - wanted) / Math.abs(wanted);

describe("complexStep(op, values, index)", () => {
  it("agrees with every partial of the table away from kinks", () => {
    for (const op of allOps()) {
      for (const point of samplePoints(op, 20, 9)) {
        op.partials.forEach((partial, i) => {
          const found = complexStep(op, point, i);
          expect(relative(found, partial(...point, op.value(...point))), `${op.name} ${point}`).toBeLessThan(
            1e-13,
          );
        });
      }
    }
  });

  it("reaches parameters, after the arguments", () => {
    expect(complexStep(opOf("leakyRelu"), [-3, 0.01], 1)).toBe(-3);
  });

  it("is refused on a kink that the table names", () => {
    expect(() => complexStep(opOf("relu"), [0], 0)).toThrow(
      "complexStep: relu has no complex step at a = 0: a is 0, a kink.",
    );
    expect(() => complexStep(opOf("min"), [1.5, 1.5], 0)).toThrow("a - b is 0, a kink.");
  });

  it("is refused where a formula's branches meet, though the function is smooth", () => {
    expect(() => complexStep(opOf("softplus"), [0], 0)).toThrow("a is 0, a kink.");
    expect(complexStep(opOf("softplus"), [1e-100], 0)).toBeCloseTo(0.5, 15);
    expect(complexStep(opOf("softplus"), [-1e-100], 0)).toBeCloseTo(0.5, 15);
  });

  it("is refused where both sides of a comparison may be equal but for rounding", () => {
    for (const size of [1e-10, -1, 1e10]) {
      expect(() => complexStep(opOf("max"), [size, size * (1 + 2 ** -52)], 0)).toThrow("a - b is 0, a kink.");
      expect(complexStep(opOf("max"), [size, size * (1 + 2 ** -40)], 0)).toBe(size < 0 ? 1 : 0);
    }
    expect(() => complexStep(opOf("clamp"), [2, 2, Number.POSITIVE_INFINITY], 0)).toThrow(
      "a - min is 0, a kink.",
    );
  });

  it("is not refused for a tie that the argument does not move", () => {
    const clamp = opOf("clamp");
    expect(complexStep(clamp, [-1, 0, 0], 0)).toBe(0);
    expect(complexStep(opOf("max"), [2, 1], 0)).toBe(1);
  });

  it("is refused at singularities, and where the value is not a number", () => {
    expect(() => complexStep(opOf("sqrt"), [0], 0)).toThrow("the function is not analytic here.");
    expect(() => complexStep(opOf("log"), [0], 0)).toThrow("the value is -Infinity.");
    expect(() => complexStep(opOf("log"), [-1], 0)).toThrow("the value is not a real number.");
    expect(() => complexStep(opOf("reciprocal"), [0], 0)).toThrow("the value is Infinity.");
    expect(() => complexStep(opOf("exp"), [Number.NaN], 0)).toThrow("a is not finite.");
    expect(() => complexStep(opOf("erf"), [Number.POSITIVE_INFINITY], 0)).toThrow("a is not finite.");
  });

  it("takes as many values as the op has arguments and parameters", () => {
    expect(() => complexStep(opOf("leakyRelu"), [1], 0)).toThrow(
      "complexStep: leakyRelu takes a, slope; got 1 values and index 0.",
    );
    expect(() => complexStep(opOf("mul"), [1, 2], 2)).toThrow(
      "complexStep: mul takes a, b; got 2 values and index 2.",
    );
    expect(() => complexStep(opOf("mul"), [1, "2"] as never, 0)).toThrow(
      "the values[1] to be a number, got a string.",
    );
  });
});

describe("complexStep(formula, at)", () => {
  const formula = parseFormula("-a**3 + sin(3*b) - 1/c + b**2.5 - a**0.5");

  it("is the exercises' gradient to 1e-15, by name", () => {
    const found = complexStep(formula, { a: 2, b: 3, c: 4 });
    expect(Object.keys(found)).toEqual(["a", "b", "c"]);
    Object.values(found).forEach((slope, i) => {
      expect(relative(slope, answers[i] as number)).toBeLessThan(1e-15);
    });
  });

  it("needs a number for every name", () => {
    expect(() => complexStep(formula, { a: 2, b: 3 } as never)).toThrow(
      "complexStep: expected a number for c, got undefined. Did a function forget to return?",
    );
    expect(() => complexStep(parseFormula("abs(x)"), { x: 0 })).toThrow(
      "complexStep: the formula has no complex step at x = 0: x is 0, a kink.",
    );
  });
});

describe("complexStep(f, x) of a function over complex numbers", () => {
  const of = (text: string) => {
    const formula = parseFormula(text);
    return (x: Complex) => evaluateComplex(formula, { x });
  };

  it("of one variable gives a number", () => {
    expect(complexStep(of("3*x*x - 4*x + 5"), 3)).toBe(14);
    expect(complexStep(of("exp(sin(x))"), 1)).toBeCloseTo(1.253380767493447, 15);
  });

  it("of a list gives the gradient", () => {
    const product = ([x, y]: Complex[]): Complex => {
      const [[a, b], [c, d]] = [x as Complex, y as Complex];
      return [a * c - b * d, a * d + b * c];
    };
    expect(complexStep(product, [2, -3])).toEqual([-3, 2]);
  });

  it("keeps digits that rounding hides from differences", () => {
    expect(complexStep(of("10000000000 + x"), 2)).toBe(1);
  });

  it.each([
    ["the modulus", ([re, im]: Complex): Complex => [Math.sqrt(re * re + im * im), 0], 1, "the step gives 0"],
    ["the conjugate", ([re, im]: Complex): Complex => [re, -im], 1, "the step gives -1"],
    ["a kink", ([re, im]: Complex): Complex => (re > 0 ? [re, im] : [0, 0]), 0, "the slope is 0"],
    ["an infinite slope", of("sqrt(x)"), 0, "f is not finite on both sides"],
    ["a value off the real axis", of("sqrt(x)"), -1, "it is not real there (its imaginary part is 1)"],
  ])("is refused for %s", (_, f, x, why) => {
    expect(() => complexStep(f as never, x as number)).toThrow(
      `complexStep: f is not analytic in x at ${x}, ${why}`,
    );
  });

  it("names the coordinate and what came back instead of a pair", () => {
    const abs = ([, y]: Complex[]): Complex => [Math.abs((y as Complex)[0]), 0];
    expect(() => complexStep(abs, [1, 2])).toThrow("f is not analytic in x[1] at 2");
    expect(() => complexStep((() => 3) as never, 1)).toThrow(
      "complexStep: expected f to return a pair [re, im], got 3.",
    );
    for (const pair of [[1], [1, 2, 3], [1, "2"]]) {
      expect(() => complexStep((() => pair) as never, 1)).toThrow("to return a pair [re, im], got a Array.");
    }
  });
});
