import { type Tensor, tensor, type Value, value } from "@outgrad/engine";
import { describe, expect, test } from "vitest";
import golden from "../golden/clip.json" with { type: "json" };
import { clipGradNorm, clipGradValue, SGD } from "../src/index.js";

const withGrads = (grads: readonly (number | null)[]) =>
  grads.map((grad, k) => {
    const p = value(1, `p${k}`);
    if (grad !== null) p.grad = grad;
    return p;
  });

/** The gradient of the sum of x³, recorded so that it can be differentiated again. */
const gradOfCube = (t: Tensor) => {
  t.mul(t).mul(t).sum().backward(undefined, { createGraph: true });
  return t as Tensor & { grad: Tensor };
};

const gradsOf = (parameters: readonly Value[]) => parameters.map((p) => (p.hasGrad ? p.grad : null));

const expectClose = (found: readonly (number | null)[], expected: readonly (number | null)[]) => {
  expect(found.map((g) => g === null)).toEqual(expected.map((g) => g === null));
  found.forEach((g, k) => {
    const wanted = expected[k] ?? 0;
    expect(Math.abs((g ?? 0) - wanted)).toBeLessThanOrEqual(4e-15 * Math.abs(wanted));
  });
};

describe("clipGradNorm(parameters, maxNorm, { normType })", () => {
  test.each(golden.norms)(
    "T153 is PyTorch's for $maxNorm, $normType",
    ({ maxNorm, normType, total, grads }) => {
      const parameters = withGrads(golden.grads);
      const found = clipGradNorm(parameters, maxNorm, { normType: Number(normType) });
      expect(Math.abs(found / total - 1)).toBeLessThan(4e-15);
      expectClose(gradsOf(parameters), grads);
    },
  );

  test("T153 counts Tensors and Values together, and leaves a gradient that is a result as it was", () => {
    const [t, v] = [tensor([1, 2], { requiresGrad: true }), value(1)];
    const { grad } = gradOfCube(t);
    v.grad = 8;
    const before = [...grad.data];
    const total = Number(clipGradNorm([t, v], 1));
    expect(total).toBeCloseTo(Math.sqrt(3 * 3 + 12 * 12 + 8 * 8), 12);
    expect([...(t.grad?.data ?? [])]).toEqual([expect.closeTo(3 / total, 6), expect.closeTo(12 / total, 6)]);
    expect(v.grad).toBeCloseTo(8 / total, 6);
    expect([...grad.data]).toEqual(before);
    clipGradValue([t], 0.5);
    expect([...(t.grad?.data ?? [])]).toEqual([expect.closeTo(3 / total, 6), 0.5]);
  });

  test("scales a gradient that two Tensors share once for each", () => {
    const [a, b] = [tensor([1, 2], { requiresGrad: true }), tensor([3, 4], { requiresGrad: true })];
    const shared = tensor([3, 4]);
    [a.grad, b.grad] = [shared, shared];
    clipGradValue([a, b], 2);
    expect([a.grad, b.grad].map((grad) => [...grad.data])).toEqual([
      [2, 2],
      [2, 2],
    ]);
    [a.grad, b.grad] = [shared, shared];
    expect(clipGradNorm([a, b], Math.sqrt(50) / 2)).toBeCloseTo(Math.sqrt(50), 12);
    for (const { grad } of [a, b]) {
      expect([...(grad?.data ?? [])]).toEqual([expect.closeTo(1.5, 6), expect.closeTo(2, 6)]);
    }
    expect([...shared.data]).toEqual([3, 4]);
  });

  test("leaves gradients within the norm as they are, to the bit", () => {
    const parameters = withGrads([0.1, null, 0.2]);
    expect(clipGradNorm(parameters, 1)).toBeCloseTo(Math.sqrt(0.05), 15);
    expect(gradsOf(parameters)).toEqual([0.1, null, 0.2]);
  });

  test("does not overflow or underflow on the way to the norm", () => {
    const large = withGrads([3e200, -4e200]);
    expect(clipGradNorm(large, 5) / 5e200).toBeCloseTo(1, 14);
    expect(large.map((p) => p.grad)).toEqual([expect.closeTo(3, 14), expect.closeTo(-4, 14)]);
    expect(clipGradNorm(withGrads([3e-200, 4e-200]), 1) / 5e-200).toBeCloseTo(1, 14);
  });

  test("gives 0 where there is no gradient, and with maxNorm Infinity only measures", () => {
    expect(clipGradNorm(withGrads([null, 0]), 1)).toBe(0);
    const parameters = withGrads([3, 4]);
    expect(clipGradNorm(parameters, Number.POSITIVE_INFINITY)).toBe(5);
    expect(gradsOf(parameters)).toEqual([3, 4]);
  });

  test("a clipped step is as long as lr · maxNorm", () => {
    const parameters = withGrads([300, -400]);
    clipGradNorm(parameters, 2);
    new SGD(parameters, { lr: 0.5 }).step();
    const [x, y] = parameters.map((p) => p.data - 1) as [number, number];
    expect(Math.sqrt(x * x + y * y)).toBeCloseTo(1, 6);
  });

  test.each<[string, (number | null)[], number, object, string]>([
    [
      "NaN",
      [1, Number.NaN],
      1,
      {},
      'clipGradNorm: the gradient of parameter "p1" (number 1) is NaN; nothing was changed.',
    ],
    [
      "infinity",
      [1, -1 / 0],
      1,
      {},
      'clipGradNorm: the gradient of parameter "p1" (number 1) is -Infinity; nothing was changed.',
    ],
    [
      "a norm above all numbers",
      [1.5e308, 1.5e308],
      1,
      {},
      "clipGradNorm: the norm of the gradients is above all numbers",
    ],
    ["a negative maxNorm", [1], -1, {}, "clipGradNorm: maxNorm is a number >= 0; got -1."],
    ["no maxNorm", [1], undefined as never, {}, "clipGradNorm: maxNorm is a number >= 0; got undefined."],
    ["normType 0", [1], 1, { normType: 0 }, "clipGradNorm: normType is a number above 0 or Infinity; got 0."],
    ["no parameters", [], 1, {}, "clipGradNorm: the list of parameters is empty."],
  ])("refuses %s, and changes nothing", (_, grads, maxNorm, options, sentence) => {
    const parameters = withGrads(grads);
    expect(() => clipGradNorm(parameters, maxNorm, options)).toThrow(sentence);
    expect(gradsOf(parameters)).toEqual(grads);
  });
});

describe("clipGradValue(parameters, clipValue)", () => {
  test.each(golden.values)("is PyTorch's for $clipValue", ({ clipValue, grads }) => {
    const parameters = withGrads(golden.grads);
    clipGradValue(parameters, clipValue);
    expectClose(gradsOf(parameters), grads);
  });

  test.each<[string, number[], number, string]>([
    [
      "NaN",
      [9, Number.NaN],
      1,
      'clipGradValue: the gradient of parameter "p1" (number 1) is NaN; nothing was changed.',
    ],
    ["a negative clipValue", [9], -1, "clipGradValue: clipValue is a number >= 0; got -1."],
    ["a clipValue of NaN", [9], Number.NaN, "clipGradValue: clipValue is a number >= 0; got NaN."],
  ])("refuses %s, and changes nothing", (_, grads, clipValue, sentence) => {
    const parameters = withGrads(grads);
    expect(() => clipGradValue(parameters, clipValue)).toThrow(sentence);
    expect(gradsOf(parameters)).toEqual(grads);
  });
});
