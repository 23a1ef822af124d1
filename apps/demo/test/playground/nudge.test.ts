import { describe, expect, it } from "vitest";
import { alongGradient, nudgeTable } from "../../src/playground/nudge.ts";
import { circuit, seed } from "./circuit.ts";

describe("nudgeTable", () => {
  it("finds the forward differences of the seed's f at h = 1e-8", () => {
    const f = circuit("f = -a**3 + sin(3*b) - 1/c + b**2.5 - a**0.5", { a: 2, b: 3, c: 4 });
    const [a, b, c] = nudgeTable(f, 1e-8);
    expect(a?.slope).toBeCloseTo(-12.353553380251014, 6);
    expect(b?.slope).toBeCloseTo(10.256990368162633, 6);
    expect(c?.slope).toBeCloseTo(0.0624999607623522, 6);
    expect(a?.grad).toBeCloseTo(-12.353553390593273, 12);
    expect(a?.error).toBeLessThan(1e-7);
  });

  it("reads 0, relative error 1, where h is lost in rounding", () => {
    for (const { slope, error } of nudgeTable(circuit(seed.text, seed.leaves), 1e-16)) {
      expect(slope).toBe(0);
      expect(error).toBe(1);
    }
  });

  it("compares with one pass, however often backward ran", () => {
    const [row] = nudgeTable(circuit("y = x * x", { x: 3 }, 5), 1e-6);
    expect(row?.grad).toBe(6);
  });

  it("shows the kink of abs at 0: backward says 0, a nudge to the right 1", () => {
    const [row] = nudgeTable(circuit("y = abs(x)", { x: 0 }), 1e-6);
    expect(row).toEqual({ name: "x", slope: 1, grad: 0, error: 1 });
  });
});

it("alongGradient(seed graph, 0.01) moves the leaves so that L becomes -7.286496", () => {
  const leaves = alongGradient(circuit(seed.text, seed.leaves), 0.01);
  expect(circuit(seed.text, Object.fromEntries(leaves)).result).toBeCloseTo(-7.286496, 12);
});
