import { tensor, type Value, value } from "@outgrad/engine";
import { describe, expect, test } from "vitest";
import {
  bce,
  bceWithLogits,
  cosineSimilarity,
  crossEntropy,
  klDiv,
  l1,
  logSoftmax,
  maxMargin,
  softmax,
} from "../src/index.js";

// Known autograd traps of losses, by the numbers of the list that the project keeps of them. The answers are PyTorch's.

type Loss = (input: never, target: never, options: { reduction: "none" }) => unknown;
type Row = readonly [
  name: string,
  loss: Loss,
  input: readonly number[],
  target: readonly number[],
  expected: readonly number[],
  gradient: readonly number[],
];
const rows: readonly Row[] = [
  ["T072 l1 at zero error: gradient 0", l1, [0, 0.5], [0, 0], [0, 0.5], [0, 1]],
  ["T095 bceWithLogits at +-200", bceWithLogits, [200, -200], [0, 1], [200, 200], [1, -1]],
  [
    "T096 bce at p = 0 and p = 1 is 100, with a finite gradient",
    bce,
    [0, 1],
    [1, 0],
    [100, 100],
    [-1000000003995.8029, 1000000003995.8029],
  ],
  ["T097 klDiv with target 0: 0 log 0 = 0", klDiv, [-1, -0.5], [0, 1], [0, 0.5], [0, -1]],
];

describe.each(rows)("%s", (_, loss, input, target, expected, gradient) => {
  test("over Tensors", () => {
    const x = tensor([...input], { requiresGrad: true });
    const found = loss(x as never, tensor([...target]) as never, { reduction: "none" }) as typeof x;
    found.backward(1);
    expect(found.toArray()).toEqual(expected);
    expect(x.grad?.toArray().map((g) => g + 0)).toEqual(gradient);
  });

  test("over Values", () => {
    const x = input.map((number) => value(number));
    const found = loss(x as never, target as never, { reduction: "none" }) as Value[];
    for (const each of found) each.backward();
    expect(found.map((each) => each.data)).toEqual(expected);
    expect(x.map((each) => each.grad + 0)).toEqual(gradient);
  });
});

const close = (found: ArrayLike<number>, expected: readonly number[]) =>
  expected.forEach((x, i) => {
    expect(Math.abs((found[i] as number) - x)).toBeLessThan(1e-15);
  });

test.each([
  ["T088 softmax of large logits", [1000, 1000, -1000], [0.5, 0.5, 0]],
  ["T089 softmax of very negative logits", [-1000, -1001], [0.7310585786300049, 0.26894142136999516]],
  ["T090 softmax with a -Infinity mask", [1, -Infinity, 2], [0.26894142136999516, 0, 0.7310585786300049]],
])("%s", (_, logits, expected) => {
  const x = tensor(logits, { requiresGrad: true });
  const p = softmax(x);
  close(p.data, expected);
  p.backward(tensor(logits.map((__, i) => (i === 0 ? 1 : 0))));
  const [first = 0] = expected;
  close(
    x.grad?.data ?? [],
    expected.map((q, i) => first * ((i === 0 ? 1 : 0) - q)),
  );
});

test("T091 logSoftmax keeps -2000, where the log of softmax is -Infinity", () => {
  const x = tensor([0, -2000], { requiresGrad: true });
  const logs = logSoftmax(x);
  expect(logs.toArray()).toEqual([0, -2000]);
  logs.backward(tensor([0, 1]));
  expect(x.grad?.toArray()).toEqual([-1, 1]);
});

test.each(["float64", "float32"] as const)(
  "T094 crossEntropy of a hopeless prediction is 2000, in %s",
  (dtype) => {
    const x = tensor([[0, 2000]], { dtype, requiresGrad: true });
    const loss = crossEntropy(x, [0]);
    loss.backward();
    expect(loss.item()).toBe(2000);
    expect(x.grad?.toArray()).toEqual([[-1, 1]]);
  },
);

describe("T070 cosineSimilarity with a vector of zeros is 0, with a finite gradient", () => {
  const slopes = [44721359.549995795, 89442719.09999159];

  test("over Tensors", () => {
    const [a, b] = [tensor([0, 0], { requiresGrad: true }), tensor([1, 2], { requiresGrad: true })];
    const cosine = cosineSimilarity(a, b);
    cosine.backward();
    expect(cosine.item()).toBe(0);
    a.grad?.data.forEach((g, i) => {
      expect(Math.abs(g / (slopes[i] as number) - 1)).toBeLessThan(1e-15);
    });
    expect(b.grad?.toArray().map((g) => g + 0)).toEqual([0, 0]);
  });

  test("over Values", () => {
    const [a, b] = [
      [value(0), value(0)],
      [value(1), value(2)],
    ] as const;
    const cosine = cosineSimilarity(a, b);
    cosine.backward();
    expect(cosine.data).toBe(0);
    a.forEach(({ grad }, i) => {
      expect(Math.abs(grad / (slopes[i] as number) - 1)).toBeLessThan(1e-15);
    });
    expect(b.map(({ grad }) => grad + 0)).toEqual([0, 0]);
  });
});

test("T073 maxMargin exactly on the margin, over Tensors: the sample there has no gradient", () => {
  const scores = tensor([1, 0.5], { requiresGrad: true });
  const loss = maxMargin(scores, tensor([1, 1]));
  loss.backward();
  expect(loss.item()).toBe(0.25);
  expect(scores.grad?.toArray().map((g) => g + 0)).toEqual([0, -0.5]);
});

describe("T101 crossEntropy where every target is ignored: the mean is NaN, the sum 0, the gradient 0", () => {
  test.each([
    ["mean", Number.NaN],
    ["sum", 0],
  ] as const)("%s", (reduction, expected) => {
    const x = tensor([[1, 2]], { requiresGrad: true });
    const loss = crossEntropy(x, [-100], { reduction });
    loss.backward();
    expect(loss.item()).toBe(expected);
    expect(x.grad?.toArray()).toEqual([[0, 0]]);

    const row = [value(1), value(2)];
    expect(crossEntropy([row], [-100], { reduction }).data).toBe(expected);
  });
});
