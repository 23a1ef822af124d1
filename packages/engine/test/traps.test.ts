import { describe, expect, it } from "vitest";
import { engines, type Node } from "./engines.js";
import { trapRows } from "./trap-rows.js";

const [inf, nan] = [Number.POSITIVE_INFINITY, Number.NaN];

describe.each(engines)("traps ($name)", ({ value }) => {
  it.each(trapRows)("%s", (_name, f, at, wanted, grads) => {
    const leaves = at.map((data) => value(data));
    const y = f(leaves as never);
    y.backward();
    expect(y.data).toBe(wanted);
    // A gradient of 0 may carry either sign; every other bit counts.
    expect(leaves.map((leaf) => leaf.grad + 0)).toEqual(grads);
  });

  it("T011 reversed operands: 2/x", () => {
    const x = value(4);
    const y = value(2).div(x);
    y.backward();
    expect([y.data, x.grad]).toEqual([0.5, -0.125]);
  });

  it("T079 tanh'(10): 1 - tanh² keeps an absolute error below 3e-16", () => {
    const x = value(10);
    const y = x.tanh();
    y.backward();
    expect(y.data).toBe(0.9999999958776927);
    expect(Math.abs(x.grad - 8.244614455767397e-9)).toBeLessThan(3e-16);
  });

  it("T085 gelu at -10 keeps the digits that 1 + erf would cancel, of the value and of the gradient", () => {
    const x = value(-10);
    const y = x.gelu();
    y.backward();
    // By 40-digit arithmetic. A rounding of the argument of erfc would count a hundredfold here.
    expect(Math.abs(y.data / -7.619853024160526e-23 - 1)).toBeLessThan(4e-16);
    expect(Math.abs(x.grad / -7.618400096464814e-22 - 1)).toBeLessThan(4e-16);
  });

  it("T021 wide fan-in: a sum of 100,000 leaves", () => {
    const leaves = Array.from({ length: 100_000 }, () => value(0.5));
    const total = leaves.reduce((sum, leaf) => sum.add(leaf));
    total.backward();
    expect([total.data, leaves.every((leaf) => leaf.grad === 1)]).toEqual([50_000, true]);
  });

  it("T030 totals over steps: a number adds up without keeping the graphs", () => {
    const w = value(1);
    let total = 0;
    for (let step = 0; step < 1000; step++) total += w.mul(step).data;
    expect(total).toBe(499_500);
  });

  it("T031 one Value used as the weight of two layers gets the sum", () => {
    const [w, x] = [value(3), value(2)];
    w.mul(w.mul(x).relu()).backward();
    expect(w.grad).toBe(12);
  });

  it("T072 |x - target| at zero error: gradient 0", () => {
    const x = value(0.5);
    const loss = x.sub(0.5).abs();
    loss.backward();
    expect([loss.data, x.grad]).toEqual([0, 0]);
  });

  it("T102 a sum of 100,000 times 0.1 is off by less than 2e-8", () => {
    const x = value(0.1);
    let total = x;
    for (let i = 1; i < 100_000; i++) total = total.add(x);
    total.backward();
    expect(Math.abs(total.data - 10_000)).toBeLessThan(2e-8);
    expect(x.grad).toBe(100_000);
  });

  it("T112 NaN, infinities and -0 survive JSON", () => {
    for (const x of [nan, inf, -inf, -0, 5e-324, 1.7976931348623157e308]) {
      const { data } = JSON.parse(JSON.stringify(value(x)));
      expect(Number(data)).toBe(x);
    }
  });

  it("T032 a cycle made by hand is an error or impossible, never a hang", () => {
    const x = value(1);
    const y = x.mul(2);
    const z = y.add(1);
    try {
      (y as { inputs: readonly Node[] }).inputs = [z];
    } catch (error) {
      expect(error).toBeInstanceOf(TypeError); // The engine's inputs cannot be set.
    }
    if (y.inputs[0] === z) expect(() => z.backward()).toThrow("backward: the graph has a cycle.");
    else {
      z.backward();
      expect(x.grad).toBe(2);
    }
  });

  it("T032 a Value made its own input is an error or impossible, never a hang", () => {
    const y = value(1).mul(2);
    try {
      (y as { inputs: readonly Node[] }).inputs = [y];
    } catch (error) {
      expect(error).toBeInstanceOf(TypeError);
    }
    if (y.inputs[0] === y) expect(() => y.backward()).toThrow("backward: the graph has a cycle.");
  });
});
