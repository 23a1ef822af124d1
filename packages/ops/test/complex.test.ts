import { type Complex, evaluateComplex, parseFormula } from "@outgrad/ops";
import { describe, expect, it } from "vitest";
import { golden, numbersOf } from "./golden.js";

const at = (text: string, env: Record<string, Complex> = {}) => evaluateComplex(parseFormula(text), env);

describe.each([...golden("complex.txt")])("%s of complex numbers", (name, lines) => {
  it("is the principal value to 1e-14 of its size, as 50 digits have it", () => {
    for (const numbers of lines.map(numbersOf)) {
      const [x = 0, y = 0, u = 0, v = 0] = numbers;
      const [re = 0, im = 0] = numbers.slice(-2);
      const text = numbers.length > 4 ? `${name}(z, w)` : `${name}(z)`;
      const found = at(text, { z: [x, y], w: [u, v] });
      const error = Math.hypot(found[0] - re, found[1] - im) / Math.hypot(re, im);
      expect(error, `at ${numbers.slice(0, -2).join(", ")}`).toBeLessThan(1e-14);
    }
  });
});

describe("evaluateComplex(formula, env)", () => {
  it("adds, subtracts, multiplies, divides and negates", () => {
    const env: Record<string, Complex> = { z: [3, 4], w: [1, -2] };
    expect(at("z + w", env)).toEqual([4, 2]);
    expect(at("z - w", env)).toEqual([2, 6]);
    expect(at("z * w", env)).toEqual([11, -2]);
    expect(at("z / w", env)).toEqual([-1, 2]);
    expect(at("-z", env)).toEqual([-3, -4]);
    expect(at("1 / z", { z: [0, 4] })).toEqual([0, -0.25]);
  });

  it("chooses, and takes abs(z), by real parts", () => {
    expect(at("z < 1 ? z * 2 : z", { z: [0.5, 100] })).toEqual([1, 200]);
    expect(at("abs(z)", { z: [-3, 1e-200] })).toEqual([3, -1e-200]);
    expect(at("abs(z)", { z: [3, 1e-200] })).toEqual([3, 1e-200]);
  });

  it("gives the value of log and sqrt on the branch: log(-2) = log(2) + pi i, sqrt(-4) = 2 i", () => {
    expect(at("log(-2)")).toEqual([Math.LN2, Math.PI]);
    expect(at("log(z)", { z: [-2, -0] })).toEqual([Math.LN2, -Math.PI]);
    expect(at("sqrt(-4)")).toEqual([0, 2]);
    expect(at("log(0)")[0]).toBe(-Infinity);
  });

  it("keeps a tiny imaginary part beside numbers that overflow", () => {
    const z: Complex = [1000, 1e-200];
    expect(at("tanh(z)", { z })).toEqual([1, 0]);
    expect(at("1 / (1 + exp(z))", { z })).toEqual([0, 0]);
    expect(at("(z > 0 ? z : 0) + log1p(exp(-abs(z)))", { z })).toEqual(z);
    expect(at("z * z", { z: [1e200, 1e-200] })).toEqual([Infinity, 2]);
    expect(at("1 / z", { z: [1e-160, 1e-200] })).toEqual([1e160, -1e120]);
  });

  it("on real numbers gives real numbers, even infinite ones", () => {
    const real: [string, number][] = [
      ["exp(x) * 2", Infinity],
      ["1 / x", 0],
      ["x - 1", Infinity],
      ["log(x)", Infinity],
      ["tanh(-x)", -1],
      ["pow(x, 2)", Infinity],
    ];
    for (const [text, value] of real) expect(at(text, { x: [Infinity, 0] }), text).toEqual([value, 0]);
  });

  it("takes powers of the imaginary unit exactly", () => {
    const i: Complex = [0, 1];
    expect(at("pow(i, 2)", { i })).toEqual([-1, 0]);
    expect(at("pow(i, 3)", { i })).toEqual([0, -1]);
    expect(at("pow(i, -1)", { i })).toEqual([0, -1]);
    expect(at("pow(i, 0)", { i })).toEqual([1, 0]);
    expect(at("pow(-2, 3)")).toEqual([-8, 0]);
  });

  it.each([
    [3, 4],
    [3, -4],
    [-3, 4],
    [-3, -4],
    [4, 3],
    [4, -3],
    [-4, 3],
    [-4, -3],
    [2, 2],
  ])("takes powers of %d + %d i as products, quotients and roots do", (...z) => {
    const pairs = {
      "pow(z, 2)": "z * z",
      "pow(z, 3)": "z * z * z",
      "pow(z, -1)": "1 / z",
      "pow(z, 0.5)": "sqrt(z)",
    };
    for (const [power, same] of Object.entries(pairs)) {
      const [found, wanted] = [at(power, { z }), at(same, { z })];
      const error = Math.hypot(found[0] - wanted[0], found[1] - wanted[1]);
      expect(error / Math.hypot(...wanted), power).toBeLessThan(1e-15);
    }
  });

  it("takes powers beside the real axis by their derivatives, where y / x is nothing", () => {
    const power = (x: number, y: number, b: number) => at("pow(z, w)", { z: [x, y], w: [b, 0] });
    expect(power(2, 1e-100, 3)).toEqual([8, 12e-100]);
    expect(power(-2, 1e-100, 3)).toEqual([-8, 12e-100]);
    expect(power(1e150, 1e-200, 2)).toEqual([1e150 * 1e150, 2e-50]);
    expect(power(1e200, 1e-200, 1)).toEqual([1e200, 1e-200]);
    expect(power(3, 1e-5, 2)[0]).toBe(9 - 1e-10);
    expect(power(-4, 1e-200, 0.5)).toEqual([2.5e-201, 2]);
  });

  it("says which name or function it lacks", () => {
    expect(() => at("a * q", { a: [1, 0] })).toThrow('The formula reads "q"; it is given only a.');
    expect(() => at("gamma(a)", { a: [1, 0] })).toThrow(
      'The formula calls "gamma", which has no complex version.',
    );
  });
});
