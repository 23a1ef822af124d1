import { expect, it } from "vitest";
import { errorCurve, type MethodCurve } from "../src/index.js";
import { answers, at, f } from "./exercise.js";

const curve = errorCurve((a) => f([a, ...at.slice(1)]), 2, {
  from: 1e-1,
  to: 1e-16,
  exact: answers[0] as number,
});
const errorsOf = (name: MethodCurve["name"]) =>
  new Map(curve.methods.find((method) => method.name === name)?.points.map(({ h, error }) => [h, error]));
const best = (name: MethodCurve["name"]) => [...errorsOf(name)].reduce((a, b) => (b[1] < a[1] ? b : a));

it("errorCurve(f, x) takes steps 1, 2 and 5 from 0.1 down to 1e-16", () => {
  for (const { points } of curve.methods) {
    expect(points).toHaveLength(46);
    expect(points.slice(0, 4).map(({ h }) => h)).toEqual([0.1, 0.05, 0.02, 0.01]);
    expect(points.at(-1)?.h).toBe(1e-16);
  }
});

it("errorCurve(f, x) takes steps from the largest round number down to the smallest number there is", () => {
  const { methods } = errorCurve((x) => 2 * x, 0, { from: 2e-323, to: Number.MIN_VALUE });
  expect(methods[0]?.points.map(({ h }) => h)).toEqual([2e-323, 1e-323, Number.MIN_VALUE]);
  const wide = errorCurve((x) => x / 4, 0, { from: 1e308, to: 2e307 });
  expect(wide.methods[0]?.points.map(({ h }) => h)).toEqual([1e308, 5e307, 2e307]);
});

it("A10: the forward difference at the exercises' f is best at 1e-8, the symmetric one near 1e-5", () => {
  const forward = errorsOf("forward");
  const shown = [1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-12].map((h) => forward.get(h)?.toExponential(1));
  expect(shown).toEqual(["6.0e-5", "6.0e-6", "5.8e-7", "1.0e-8", "1.2e-6", "4.8e-6", "1.0e-3"]);
  expect(forward.get(1e-16)).toBe(-(answers[0] as number));
  expect(errorsOf("symmetric").get(1e-5)?.toExponential(1)).toBe("2.3e-10");
});

it("each method is better at its best than the one before, with a larger step", () => {
  const bests = (["forward", "symmetric", "five-point", "richardson"] as const).map(best);
  for (const [i, [h, error]] of bests.entries()) {
    const before = bests[i - 1];
    if (before) expect([h > before[0], error < before[1]]).toEqual([true, true]);
  }
  expect(curve.ridders.distance).toBeLessThanOrEqual(curve.ridders.error);
  expect(curve.ridders.distance).toBeLessThan(1e-13);
});

it("while rounding is small the error shrinks like h to the order", () => {
  const { methods } = errorCurve((x) => 1 / x, 1, { from: 0.1, to: 0.05, exact: -1 });
  for (const { order, points } of methods) {
    const [whole, half] = points.map(({ error }) => error) as [number, number];
    expect(Math.abs(Math.log2(whole / half) - order)).toBeLessThan(0.2);
  }
});

it("without exact the errors are measured from what ridders finds", () => {
  const { exact, ridders, methods, x } = errorCurve(Math.sqrt, 4);
  expect(x).toBe(4);
  expect(exact).toBe(ridders.value);
  expect(ridders.distance).toBe(0);
  expect(Math.abs(exact - 0.25)).toBeLessThanOrEqual(ridders.error);
  expect(methods[0]?.points).toHaveLength(46);
});

it("errorCurve(f, x, { from, to }) refuses steps that make no sense", () => {
  const message = "errorCurve: expected steps with 0 < to <= from, got from = 0.1, to = 0.";
  expect(errorCurve(Math.sqrt, 4, { from: 0.1, to: 0.1 }).methods[0]?.points).toHaveLength(1);
  expect(() => errorCurve(Math.sqrt, 4, { to: 0 })).toThrow(message);
  expect(() => errorCurve(Math.sqrt, 4, { from: 1e-20 })).toThrow(RangeError);
  expect(() => errorCurve(Math.sqrt, 4, { from: Number.POSITIVE_INFINITY })).toThrow(RangeError);
  expect(() => errorCurve(undefined as never, 4)).toThrow("errorCurve: expected f to be a function");
});

it("errorCurve(f, [1, 2]) says to take one variable", () => {
  expect(() => errorCurve((a) => a, [1, 2] as never)).toThrow(
    "errorCurve: expected x to be a number, got a Array. Of several variables take one: errorCurve((t) => f([t, 2]), 1).",
  );
});
