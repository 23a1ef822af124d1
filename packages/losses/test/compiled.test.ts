import { compile, type Tensor, tensor, type Value, value } from "@outgrad/engine";
import { describe, expect, test } from "vitest";
import {
  bce,
  cosineEmbedding,
  crossEntropy,
  gaussianNll,
  hingeEmbedding,
  huber,
  multiMargin,
  nll,
  poissonNll,
} from "../src/index.js";

describe("compiled functions of Values take labels and targets as arguments", () => {
  const calls: [string, (x: Value[], t: Value[]) => Value, number[][]][] = [
    [
      "hingeEmbedding",
      (x, t) => hingeEmbedding(x, t),
      [
        [1, -1],
        [-1, 1],
      ],
    ],
    [
      "bce",
      (x, t) => bce(x, t),
      [
        [0.5, 1],
        [0, 0.25],
      ],
    ],
    [
      "poissonNll",
      (x, t) => poissonNll(x, t, { full: true }),
      [
        [0, 3],
        [2, 1],
      ],
    ],
    [
      "huber",
      (x, t) => huber(x, t, { delta: 0.5 }),
      [
        [0, 3],
        [2, 1],
      ],
    ],
    [
      "gaussianNll",
      (x, t) => gaussianNll(x, [0, 1], t),
      [
        [0.5, 2],
        [0, 1],
      ],
    ],
    [
      "cosineEmbedding",
      (x, t) => cosineEmbedding([x], [[1, 2]], t.slice(0, 1)),
      [
        [1, 0],
        [-1, 0],
      ],
    ],
  ];
  test.each(calls)("%s", (_, loss, [first, second]) => {
    const x = [value(0.25), value(0.75)];
    const step = compile((t: Value[]) => loss(x, t), { target: "replay" });
    for (const numbers of [first, second, first] as number[][]) {
      const targets = numbers.map((t) => value(t));
      for (const each of x) each.zeroGrad();
      const eager = loss(x, targets);
      eager.backward();
      const expected = x.map((each) => each.grad);
      for (const each of x) each.zeroGrad();
      expect(step.step(numbers)).toBeCloseTo(eager.data, 14);
      x.forEach((each, i) => {
        expect(each.grad).toBeCloseTo(expected[i] as number, 12);
      });
    }
  });
});

describe("compiled functions of Tensors take labels and targets as arguments", () => {
  const weight = tensor([1, 2, 0.5]);
  const signs = [
    tensor([
      [1, -1, 1],
      [-1, -1, 1],
    ]),
    tensor([
      [-1, -1, 1],
      [1, 1, -1],
    ]),
  ];
  const classes = [tensor([2, 0]), tensor([1, 1])];
  const some = [tensor([2, -100]), tensor([-100, 1])];
  const calls: [string, (x: Tensor, t: Tensor) => Tensor, Tensor[]][] = [
    ["hingeEmbedding", (x, t) => hingeEmbedding(x, t), signs],
    ["bce", (x, t) => bce(x, t), signs.map((sign) => sign.relu().detach())],
    ["crossEntropy", (x, t) => crossEntropy(x, t), classes],
    ["crossEntropy that ignores", (x, t) => crossEntropy(x, t), some],
    [
      "crossEntropy with weights and smoothing",
      (x, t) => crossEntropy(x, t, { weight, labelSmoothing: 0.25 }),
      some,
    ],
    ["nll of one sample", (x, t) => nll(x.slice(0, 0, 1).reshape([3]), t), [tensor(2), tensor(0)]],
    ["multiMargin", (x, t) => multiMargin(x, t, { weight, p: 2 }), classes],
    ["cosineEmbedding", (x, t) => cosineEmbedding(x, x.square(), t), [tensor([1, -1]), tensor([-1, 1])]],
  ];
  test.each(calls)("%s", (_, loss, [first, second]) => {
    const leaf = () =>
      tensor(
        [
          [0.25, 0.75, 0.5],
          [0.125, 0.5, 0.875],
        ],
        { requiresGrad: true },
      ) as Tensor;
    const [x, y] = [leaf(), leaf()];
    const step = compile((t: Tensor) => loss(x, t));
    for (const targets of [first, second, first] as Tensor[]) {
      x.zeroGrad();
      y.zeroGrad();
      const eager = loss(y, targets);
      eager.backward();
      expect(step.step(targets)).toBeCloseTo(eager.item(), 14);
      (x.grad?.data ?? []).forEach((g, i) => {
        expect(g).toBeCloseTo(y.grad?.data[i] as number, 14);
      });
      expect(x.grad?.shape).toEqual([2, 3]);
    }
  });

  test("lists of classes and of weights are refused while compile records", () => {
    const x = tensor([[1, 2]], { requiresGrad: true }) as Tensor;
    expect(() => compile((t: Tensor) => crossEntropy(x.mul(t), [0])).step(tensor(1))).toThrow(
      "crossEntropy: while compile records, class indices must be a Tensor",
    );
    const weighted = compile((t: Tensor) => crossEntropy(x, t, { weight: [1, 2] }));
    expect(() => weighted.step(tensor([0]))).toThrow(
      "crossEntropy: while compile records, weight must be a Tensor",
    );
  });

  test("a class that is none is refused at each call", () => {
    const x = tensor([[1, 2]], { requiresGrad: true }) as Tensor;
    const step = compile((t: Tensor) => crossEntropy(x, t));
    step.step(tensor([1]));
    expect(() => step.step(tensor([2]))).toThrow("logSoftmaxAt: there is no index 2 in dim 1");
  });
});
