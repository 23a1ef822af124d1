import { defineOp, expression, grad, type Value, value } from "@outgrad/engine";
import * as micro from "@outgrad/engine/micro";
import { opOf, type UserOpDef } from "@outgrad/ops";
import { describe, expect, it } from "vitest";
import type { Node } from "./engines.js";

/** Legendre's polynomial of degree n by Bonnet's recurrence, as coefficients of 1, x, x², ... */
function legendre(n: number): number[] {
  let [before, now] = [[1], [0, 1]];
  if (n === 0) return before;
  for (let k = 1; k < n; k++) {
    const next = [0, ...now].map((c, i) => ((2 * k + 1) * c - k * (before[i] ?? 0)) / (k + 1));
    [before, now] = [now, next];
  }
  return now;
}

/** A polynomial's text by Horner's rule. */
const horner = (coefficients: readonly number[]): string =>
  coefficients.reduceRight((inner, c) => (inner === "" ? `${c}` : `${c} + a * (${inner})`), "");

const legendreOp = (n: number): UserOpDef => {
  const coefficients = legendre(n);
  const slopes = coefficients.slice(1).map((c, i) => c * (i + 1));
  return {
    name: `legendre${n}`,
    doc: `Legendre's polynomial of degree ${n}.`,
    args: ["a"],
    value: horner(coefficients),
    partials: [horner(slopes)],
    domain: [[-1, 1]],
    label: `P${n}`,
  };
};

describe("defineOp", () => {
  it("makes Legendre's polynomial an op: value, gradient, second derivative", () => {
    const p3 = defineOp(legendreOp(3));
    const x = value(0.3, "x");
    const y = p3(x);
    y.backward();
    // P3(x) = (5x³ - 3x) / 2
    expect(y.data).toBeCloseTo((5 * 0.027 - 0.9) / 2, 15);
    expect(x.grad).toBeCloseTo((15 * 0.09 - 3) / 2, 15);
    expect(y.op).toBe("legendre3");
    expect(y.inputs[0]).toBe(x);
    expect(opOf("legendre3").label).toBe("P3");
    expect(grad(grad((a: Value) => p3(a)))(0.3)).toBeCloseTo(15 * 0.3, 14);
  });

  it("is a method of both engines, with the same bits", () => {
    defineOp(legendreOp(5));
    const run = (x: Node): number[] => {
      const y = (x.mul(0.9) as Node & { legendre5(): Node }).legendre5().tanh();
      y.backward();
      return [y.data, x.grad];
    };
    const fast = run(value(0.4) as unknown as Node);
    expect(fast).toEqual(run(micro.value(0.4) as unknown as Node));
    expect(fast[1]).not.toBe(0);
  });

  it("is callable in expressions and takes numbers", () => {
    const p2 = defineOp(legendreOp(2));
    const f = expression("legendre2(x) * 2");
    const x = value(0.5);
    f({ x }).backward();
    expect(x.grad).toBe(3);
    expect(p2(0.5).data).toBe(-0.125);
  });

  it("takes two arguments and parameters, next to constants", () => {
    const blend = defineOp({
      name: "blend",
      args: ["a", "b"],
      params: { weight: 0.25, offset: 0 },
      value: "weight * a + (1 - weight) * b + offset",
      partials: ["weight", "1 - weight"],
    });
    const [a, b] = [value(8), value(4)];
    const y = blend(a, b, 0.75, 1);
    y.backward();
    expect([y.data, a.grad, b.grad, ...y.params]).toEqual([8, 0.75, 0.25, 0.75, 1]);
    expect(blend(a, 4).data).toBe(5);
    expect(() => blend(a, "4" as never)).toThrow(
      'Value.blend: expected a Value or a number, got the string "4".',
    );
  });

  it("checks the partials, branch by branch", () => {
    const bump = {
      name: "bump",
      args: ["a"],
      value: "a < 0 ? a * a : sin(a)",
      partials: ["a < 0 ? 2 * a : cos(a)"],
      kinks: ["a"],
    };
    expect(() => defineOp({ ...bump, partials: ["a < 0 ? a : cos(a)"] })).toThrow(
      /^defineOp: the partial of bump with respect to a is .* at a = -.*; by a complex step of the value it is /,
    );
    expect(() => defineOp({ ...bump, partials: ["a < 0 ? 2 * a : cos(a) + 1e-8"] })).toThrow(
      "defineOp: the partial",
    );
    expect(defineOp(bump)(2).data).toBe(value(2).sin().data);
  });

  it("names what is wrong with an entry", () => {
    const entry = { args: ["a"], value: "a * a", partials: ["2 * a"] };
    expect(() => defineOp({ ...entry, name: "tanh" })).toThrow('defineOp: "tanh" is an op of the table');
    expect(() => defineOp({ ...entry, name: "two words" })).toThrow("defineOp: an op needs a name");
    expect(() => defineOp({ ...entry, name: "quad", value: "a *" })).toThrow(
      "quad, value: Expected a number",
    );
    expect(() => defineOp({ ...entry, name: "quad", partials: [] })).toThrow(
      "1 arguments need as many partials",
    );
    expect(() => defineOp({ ...entry, name: "backward" })).toThrow(
      'defineOp: "backward" is a name of Values already',
    );
    defineOp({ ...entry, name: "quad" });
    // The same definition again is no mistake (a notebook's cell that runs twice); another one is.
    expect(defineOp({ ...entry, name: "quad" })(3).data).toBe(9);
    expect(() => defineOp({ ...entry, name: "quad", value: "a * a * 1" })).toThrow(
      '"quad" is defined already',
    );
  });

  it("a training loop of 1,000 steps with a user's op stays finite and small", () => {
    const p4 = defineOp(legendreOp(4));
    const w = value(0.9);
    for (let step = 0; step < 1000; step++) {
      const loss = p4(w).square();
      w.zeroGrad();
      loss.backward();
      w.data -= 0.01 * w.grad;
    }
    // A root of P4.
    expect(Math.abs(p4(w).data)).toBeLessThan(1e-9);
  });
});
