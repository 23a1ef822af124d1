import { errorCurve } from "@outgrad/gradcheck";
import { describe, expect, it } from "vitest";
import { best, type LeafErrors, leafErrors } from "../../../src/playground/numeric/error-curves.ts";
import { circuit } from "../circuit.ts";

const text = "f = -a**3 + sin(3*b) - 1/c + b**2.5 - a**0.5";
const leaves = { a: 2, b: 3, c: 4 };
const f = circuit(text, leaves);
const slices = [...leafErrors(f, "a")];
const whole = slices.at(-1) as LeafErrors;

describe("leafErrors", () => {
  it("yields a step at a time, 1e-1 to 1e-16, of all methods", () => {
    expect(slices).toHaveLength(46);
    expect(whole.methods.map(({ name }) => name)).toEqual([
      "forward",
      "symmetric",
      "five-point",
      "Richardson",
      "complex step",
    ]);
  });

  it("has the points of gradcheck's errorCurve", () => {
    const f = (a: number) => circuit(text, { ...leaves, a }).result;
    const { methods } = errorCurve(f, 2, { exact: whole.exact });
    for (const [i, { points }] of methods.entries()) {
      expect(whole.methods[i]?.points).toEqual(points.map(({ h, error }) => ({ h, error })));
    }
  });

  it("has the best steps and relative errors that CPython finds for the seed's f", () => {
    const close = (method: string, h: number, error: number) => {
      const found = best(whole, method);
      expect(found?.h).toBe(h);
      expect((found?.error ?? 0) / error).toBeCloseTo(1, 3);
    };
    close("forward", 1e-8, 8.371889672613162e-10);
    close("symmetric", 5e-6, 3.1886139694587772e-12);
    close("Richardson", 5e-2, 1.2797593834580888e-14);
    expect(best(whole, "complex step")?.error).toBe(0);
    expect(best(whole, "none")).toBeUndefined();
  });

  it("ends at 1e-16 with all of the gradient missing, but for the complex step", () => {
    for (const name of ["forward", "symmetric", "Richardson"]) {
      const curve = whole.methods.find((method) => method.name === name);
      expect(curve?.points.at(-1)).toEqual({ h: 1e-16, error: Math.abs(whole.exact) });
    }
    expect((whole.methods[4]?.points.at(-1)?.error ?? 1) / whole.exact).toBeLessThan(1e-15);
  });

  it("yields nothing where there is no number to compare with", () => {
    expect([...leafErrors(circuit("y = log(x)", { x: -1 }), "x")]).toEqual([]);
    expect([...leafErrors(circuit("y = sqrt(x)", { x: 0 }), "x")]).toEqual([]);
    expect([...leafErrors(f, "nobody")]).toEqual([]);
  });
});
