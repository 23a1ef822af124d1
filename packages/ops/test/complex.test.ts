import { type Complex, evaluateComplex, intrinsicArity, parseFormula } from "@outgrad/ops";
import * as intrinsics from "@outgrad/ops/intrinsics";
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

  it("divides by 0 and by what is infinite", () => {
    const quotient = (z: Complex, w: Complex) => at("z / w", { z, w });
    expect(quotient([1, 2], [0, 0])).toEqual([Infinity, Infinity]);
    expect(quotient([1, 0], [0, 0])).toEqual([Infinity, 0]);
    for (const w of [
      [Infinity, 1],
      [1, Infinity],
      [-Infinity, -Infinity],
    ] as const) {
      expect(quotient([3, -4], w)).toEqual([0, 0]);
    }
    expect(quotient([Infinity, 1], [1, Infinity])[0]).toBeNaN();
    expect(quotient([1e300, 1e300], [1e300, 1e300])).toEqual([1, 0]);
    expect(quotient([1e300, 1e300], [1e299, -1e300])[1]).toBeCloseTo(1.1 / 1.01, 15);
  });

  it("gives the angle of 0 and of infinite numbers by the signs of their parts", () => {
    const angle = (...z: Complex) => at("log(z)", { z })[1];
    expect([angle(0, 0), angle(-0, 0), angle(-0, -0)]).toEqual([0, Math.PI, -Math.PI]);
    expect([angle(Infinity, Infinity), angle(-1, 1), angle(-1, -1)]).toEqual([
      Math.PI / 4,
      0.75 * Math.PI,
      -0.75 * Math.PI,
    ]);
    expect([angle(0, 2), angle(0, -2), angle(-0, 2)]).toEqual([Math.PI / 2, -Math.PI / 2, Math.PI / 2]);
    expect(at("log(z)", { z: [3, Infinity] })).toEqual([Infinity, Math.PI / 2]);
  });

  it("takes the square root with a real part that is not negative", () => {
    const root = (...z: Complex) => at("sqrt(z)", { z });
    expect([root(3, 4), root(3, -4), root(-3, 4), root(-3, -4)]).toEqual([
      [2, 1],
      [2, -1],
      [1, 2],
      [1, -2],
    ]);
    expect([root(0, 2), root(0, -8), root(-4, -0), root(0, 0)]).toEqual([
      [1, 1],
      [2, -2],
      [0, -2],
      [0, 0],
    ]);
  });

  it("takes the cube root that is odd on the real numbers", () => {
    expect(at("cbrt(z)", { z: [-8, 0] })).toEqual([-2, 0]);
    expect(at("cbrt(z)", { z: [0, 0] })).toEqual([0, 0]);
    expect(at("cbrt(z)", { z: [8, 1e-100] })).toEqual([2, 1e-100 * (2 / 24)]);
    const [re, im] = at("pow(cbrt(z), 3)", { z: [-3, 4] });
    expect(Math.hypot(re + 3, im - 4)).toBeLessThan(1e-14);
  });

  it.each(Object.entries(intrinsicArity))(
    "%s of real numbers is real, and the intrinsic's",
    (name, [count]) => {
      const formula = parseFormula(count === 1 ? `${name}(a)` : `${name}(a, b)`);
      const grid = [-1e300, -20, -3, -1, -0.5, -1e-300, 0, 1e-300, 0.5, 1, 3, 20, 1e300];
      const real = (intrinsics as Readonly<Record<string, (a: number, b: number) => number>>)[name];
      for (const a of grid) {
        for (const b of count === 1 ? [0] : grid) {
          const wanted = real?.(a, b) as number;
          if (!Number.isFinite(wanted)) continue;
          const [re, im] = evaluateComplex(formula, { a: [a, 0], b: [b, 0] });
          expect(Math.abs(re - wanted), `at ${a}, ${b}`).toBeLessThanOrEqual(1e-15 * Math.abs(wanted));
          expect(Math.abs(im), `at ${a}, ${b}`).toBe(0);
        }
      }
    },
  );

  it("takes powers of the imaginary unit exactly", () => {
    const i: Complex = [0, 1];
    expect(at("pow(i, 2)", { i })).toEqual([-1, 0]);
    expect(at("pow(i, 3)", { i })).toEqual([0, -1]);
    expect(at("pow(i, -1)", { i })).toEqual([0, -1]);
    expect(at("pow(i, 0)", { i })).toEqual([1, 0]);
    expect(at("pow(-2, 3)")).toEqual([-8, 0]);
  });

  it("log1p(z) beside -1 does not cancel: log |d + i| = log(1 + d * d) / 2", () => {
    for (const d of [2 ** -10, 2 ** -15, 3 * 2 ** -17]) {
      for (const y of [1, -1]) {
        const wanted = intrinsics.log1p(d * d) / 2;
        expect(Math.abs(at("log1p(z)", { z: [d - 1, y] })[0] / wanted - 1), `${d}`).toBeLessThan(1e-14);
      }
    }
  });

  it("atan2(z, w) keeps the digits of a small angle, and of one close to pi / 2", () => {
    const angle = (z: Complex, w: Complex) => at("atan2(z, w)", { z, w })[0];
    expect(angle([1e-10, 0], [1, 0])).toBeCloseTo(1e-10, 24);
    expect(angle([1e-10, 0], [1, 1e-20])).toBeCloseTo(1e-10, 24);
    expect(angle([1, 0], [1e-10, 0])).toBe(Math.PI / 2 - 1e-10);
    expect(angle([1e-310, 0], [1, 0])).toBe(1e-310);
    expect(angle([1, 0], [0, 0])).toBe(Math.PI / 2);
    expect(at("atan2(z, w)", { z: [1, 0], w: [1e-200, 1e-300] })).toEqual([Math.PI / 2, -1e-300]);
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
