import { describe, expect, it } from "vitest";
import {
  alongGradient,
  measureAll,
  measured,
  type SlopeRow,
} from "../../../src/playground/numeric/slopes.ts";
import { circuit, seed } from "../circuit.ts";

const f = circuit("f = -a**3 + sin(3*b) - 1/c + b**2.5 - a**0.5", { a: 2, b: 3, c: 4 });

/** What the last pause leads to. */
const measure = (...of: Parameters<typeof measured>) => [...measured(...of)].at(-1) as SlopeRow;

describe("measured", () => {
  it("finds the seed's forward differences at h = 1e-8 and 1e-6, and the symmetric ones", () => {
    const [a, b, c] = ["a", "b", "c"].map((name) => measure(f, name, 1e-8).measured.forward?.slope);
    expect(a).toBeCloseTo(-12.353553380251014, 6);
    expect(b).toBeCloseTo(10.256990368162633, 6);
    expect(c).toBeCloseTo(0.0624999607623522, 6);
    const at6 = measure(f, "a", 1e-6);
    expect(Math.abs((at6.measured.forward?.slope ?? 0) - -12.353553390593273)).toBeCloseTo(5.958e-6, 8);
    expect(Math.abs((at6.measured.symmetric?.slope ?? 0) - -12.353553390593273)).toBeLessThan(2e-9);
  });

  it("gives the seed's 14.00300000000243 for the parabola at h = 0.001, and 3e-6 at its minimum", () => {
    const text = "y = 3*x**2 - 4*x + 5";
    expect(measure(circuit(text, { x: 3 }), "x", 0.001).measured.forward?.slope).toBe(14.00300000000243);
    expect(measure(circuit(text, { x: 2 / 3 }), "x", 1e-6).measured.forward?.slope).toBe(
      2.999378523327323e-6,
    );
  });

  it("has dL/db = -3.9999999999995595 for h = 0.001", () => {
    expect(measure(circuit(seed.text, seed.leaves), "b", 0.001).measured.forward?.slope).toBe(
      -3.9999999999995595,
    );
  });

  it("reads 0 from all differences at 1e-16, and the gradient from the complex step", () => {
    for (const { measured, grad } of ["a", "b", "c"].map((name) => measure(f, name, 1e-16))) {
      for (const method of ["forward", "symmetric", "richardson"] as const) {
        expect(measured[method]).toEqual({ slope: 0, error: 1 });
      }
      expect(measured.complex?.error).toBeLessThan(1e-15);
      expect(grad).not.toBe(0);
    }
  });

  it("finds no agreement where there is no number", () => {
    const { measured } = measure(circuit("y = w * log(x)", { w: 1, x: -1 }), "w", 1e-3);
    expect(measured.forward?.error).toBeNaN();
    expect(measured.complex).toBeUndefined();
  });

  it("compares with one pass, however often backward ran", () => {
    expect(measure(circuit("y = x * x", { x: 3 }, 5), "x", 1e-6).grad).toBe(6);
  });
});

it("measureAll yields after each method of each leaf, and all rows at the end", () => {
  const seen = [...measureAll(f, 1e-4)];
  expect(seen.slice(0, -1)).toEqual(Array.from({ length: 3 * 4 }, () => undefined));
  expect(seen.at(-1)?.map(({ name }) => name)).toEqual(["a", "b", "c"]);
});

it("alongGradient(seed graph, 0.01) moves the leaves so that L becomes -7.286496", () => {
  const leaves = alongGradient(circuit(seed.text, seed.leaves), 0.01);
  expect(circuit(seed.text, Object.fromEntries(leaves)).result).toBeCloseTo(-7.286496, 12);
});
