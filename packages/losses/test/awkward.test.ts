import { type Tensor, tensor, value } from "@outgrad/engine";
import { describe, expect, test } from "vitest";
import {
  bce,
  bceWithLogits,
  cosineEmbedding,
  cosineSimilarity,
  crossEntropy,
  gaussianNll,
  hingeEmbedding,
  huber,
  klDiv,
  l1,
  multiMargin,
  nll,
  poissonNll,
  smoothL1,
  tripletMargin,
} from "../src/index.js";

const leaf = (numbers: number[] | number[][], dtype: "float32" | "float64" = "float64") =>
  tensor(numbers, { dtype, requiresGrad: true }) as Tensor;
/** The loss, and the gradient of its sum. */
const both = (loss: Tensor, x: Tensor) => {
  loss.sum().backward();
  return [loss.toArray(), x.grad?.toArray()];
};
const none = { reduction: "none" } as const;

describe.each(["float32", "float64"] as const)("for the largest logits of %s", (dtype) => {
  const large = dtype === "float32" ? 3e38 : 1.5e308;

  test("crossEntropy is finite or rightly infinite, and its gradient finite", () => {
    const x = leaf([[large, 0, -large / 4]], dtype);
    expect(both(crossEntropy(x, [0]), x)).toEqual([0, [[0, 0, 0]]]);
    const y = leaf([[large, -large]], dtype);
    expect(both(crossEntropy(y, [1]), y)).toEqual([Number.POSITIVE_INFINITY, [[1, -1]]]);
  });

  test("bceWithLogits is the logit's size where it is wrong, 0 where it is right", () => {
    const x = leaf([large, -large, large, -large], dtype);
    const rounded = x.toArray() as number[];
    const [loss, grad] = both(bceWithLogits(x, tensor([0, 1, 1, 0], { dtype }), none), x);
    expect(loss).toEqual([rounded[0], rounded[0], 0, 0]);
    expect((grad as number[]).map((g) => g + 0)).toEqual([1, -1, 0, 0]);
  });

  test("the gradient of bceWithLogits keeps its digits at both ends", () => {
    const x = leaf([-50, 50], dtype);
    bceWithLogits(x, tensor([0, 1], { dtype }), { reduction: "sum" }).backward();
    const [low = 0, high = 0] = x.grad?.data ?? [];
    expect(Math.abs(low / 1.9287498479639178e-22 - 1)).toBeLessThan(1e-6);
    expect(high).toBe(-low);
  });
});

describe("at kinks", () => {
  test("huber and smoothL1 have the same slope from both sides", () => {
    const x = leaf([1, -1, 0]);
    expect(both(huber(x, tensor([0, 0, 0]), none), x)).toEqual([
      [0.5, 0.5, 0],
      [1, -1, 0],
    ]);
    const y = leaf([1, -1, 0]);
    expect(both(smoothL1(y, tensor([0, 0, 0]), none), y)).toEqual([
      [0.5, 0.5, 0],
      [1, -1, 0],
    ]);
  });

  test("smoothL1 with beta 0 is l1, with gradient 0 where there is no error", () => {
    const x = leaf([2, 0, -3]);
    expect(both(smoothL1(x, tensor([0, 0, 0]), { beta: 0, ...none }), x)).toEqual([
      [2, 0, 3],
      [1, 0, -1],
    ]);
  });

  test("huber with a delta above all errors is half of mse", () => {
    const x = leaf([2, 0, -3]);
    const loss = huber(x, tensor([0, 0, 0]), { delta: Number.POSITIVE_INFINITY, ...none });
    expect(loss.toArray()).toEqual([2, 0, 4.5]);
  });

  test("hingeEmbedding on its margin has the gradient -1, as PyTorch's", () => {
    const x = leaf([1]);
    expect(both(hingeEmbedding(x, tensor([-1]), none), x)).toEqual([[0], [-1]]);
  });

  test("multiMargin on its margin has the gradient 0, as PyTorch's", () => {
    const x = leaf([[1, 0]]);
    expect(both(multiMargin(x, [0], none), x)).toEqual([[0], [[0, 0]]]);
  });
});

describe("bce at 0 and 1", () => {
  test("where the target is right: no loss, no gradient", () => {
    const p = leaf([0, 1]);
    const [loss, grad] = both(bce(p, tensor([0, 1]), none), p) as number[][];
    expect(loss?.map((x) => x + 0)).toEqual([0, 0]);
    expect(grad?.map((x) => x + 0)).toEqual([0, 0]);
  });

  test("the gradient of a target is the difference of the logarithms, of which each stops at -100", () => {
    const t = leaf([0.5, 0.5, 0.25]);
    bce(tensor([0, 1, 0.5]), t, { reduction: "sum" }).backward();
    expect(t.grad?.toArray()).toEqual([100, -100, 0]);
  });
});

describe("vectors of length 0", () => {
  test("cosineSimilarity of a zero vector is 0, with gradient b / (eps |b|)", () => {
    const [a, b] = [leaf([[0, 0]]), leaf([[0, 4]])];
    const cosine = cosineSimilarity(a, b, { eps: 0.5 });
    cosine.sum().backward();
    expect(cosine.toArray()).toEqual([0]);
    expect(a.grad?.toArray()).toEqual([[0, 2]]);
    expect(b.grad?.toArray()).toEqual([[0, 0]]);
  });

  test("cosineSimilarity of two zero vectors is 0 with gradient 0, over Values too", () => {
    const [a, b] = [leaf([[0, 0]]), leaf([[0, 0]])];
    cosineSimilarity(a, b).sum().backward();
    expect([a.grad?.toArray(), b.grad?.toArray()]).toEqual([[[0, 0]], [[0, 0]]]);
    const row = [value(0), value(0)];
    const cosine = cosineSimilarity(row, [0, 0]);
    cosine.backward();
    expect([cosine.data, ...row.map((x) => x.grad)]).toEqual([0, 0, 0]);
  });

  test("cosineSimilarity of one number per row broadcasts before it measures", () => {
    const cosine = cosineSimilarity(tensor([[1], [-2]]), tensor([[1, 1]]));
    expect(cosine.data[0]).toBeCloseTo(1, 14);
    expect(cosine.data[1]).toBeCloseTo(-1, 14);
  });

  test.each([
    [1e-6, Math.SQRT1_2],
    [0, 0],
  ])("tripletMargin of equal points with eps %d has a finite gradient", (eps, slope) => {
    const positive = leaf([[1, 2]]);
    const loss = tripletMargin(tensor([[1, 2]]), positive, tensor([[1, 2]]), { eps });
    loss.backward();
    expect(loss.item()).toBe(1);
    for (const g of positive.grad?.data ?? []) expect(g).toBeCloseTo(-slope, 9);
  });

  test("cosineEmbedding of zero vectors is 1 for alike and 0 for unlike ones", () => {
    const zero = tensor([
      [0, 0],
      [0, 0],
    ]);
    expect(cosineEmbedding(zero, zero, tensor([1, -1]), none).toArray()).toEqual([1, 0]);
  });
});

test("gaussianNll of a variance below eps is that at eps, and so is its gradient, which lets it grow", () => {
  const v = leaf([0, 0.125]);
  const [loss, grad] = both(gaussianNll(tensor([1, 1]), tensor([0, 0]), v, { eps: 0.25, ...none }), v);
  expect(loss).toEqual([2 - Math.LN2, 2 - Math.LN2]);
  expect(grad).toEqual([-6, -6]);
});

test("poissonNll of a rate of 0 has a finite gradient, and its full form one of a target of 0", () => {
  const [x, t] = [leaf([0, 0]), leaf([0, 1])];
  const loss = poissonNll(x, t, { logInput: false, full: true, eps: 0.5, reduction: "sum" });
  loss.backward();
  expect(x.grad?.toArray()).toEqual([1, -1]);
  expect(t.grad?.toArray()).toEqual([Math.LN2, Math.LN2]);
});

test("klDiv('batchmean') divides by the size of the first dim", () => {
  const [x, t] = [of(2, 3), of(2, 3)];
  const total = klDiv(x, t, { reduction: "sum" }).item();
  expect(klDiv(x, t, { reduction: "batchmean" }).item()).toBe(total / 2);
  expect(klDiv(x, t).item()).toBe(total / 6);
  expect(klDiv([[0.5, 1]], [[1, 2]], { reduction: "batchmean" }).data).toBe(
    klDiv([[0.5, 1]], [[1, 2]], { reduction: "sum" }).data,
  );
});

const of = (...shape: number[]) =>
  tensor(
    Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => (i + 1) / 8),
    { shape },
  );

describe("of nothing the mean is NaN, the sum 0 and the list empty", () => {
  const [entries, vectors, classes] = [of(0), of(0, 3), of(0, 3)];
  test.each<[string, (reduction: "mean" | "sum" | "none") => Tensor]>([
    ["l1", (reduction) => l1(entries, entries, { reduction })],
    ["bce", (reduction) => bce(entries, entries, { reduction })],
    ["hingeEmbedding", (reduction) => hingeEmbedding(entries, entries, { reduction })],
    ["crossEntropy", (reduction) => crossEntropy(classes, [], { reduction })],
    ["crossEntropy of probabilities", (reduction) => crossEntropy(classes, classes, { reduction })],
    ["nll with weights", (reduction) => nll(classes, [], { reduction, weight: [1, 2, 3] })],
    ["multiMargin", (reduction) => multiMargin(classes, [], { reduction })],
    ["cosineEmbedding", (reduction) => cosineEmbedding(vectors, vectors, entries, { reduction })],
    ["tripletMargin", (reduction) => tripletMargin(vectors, vectors, vectors, { reduction })],
  ])("%s", (_, loss) => {
    expect(loss("mean").item()).toBeNaN();
    expect(loss("sum").item() + 0).toBe(0);
    expect(loss("none").shape).toEqual([0]);
  });
});

test("class indices may be nested lists, typed arrays and Tensors", () => {
  const x = of(2, 3, 2);
  const expected = nll(
    x,
    tensor([
      [0, 1],
      [2, 0],
    ]),
  ).item();
  expect(
    nll(x, [
      [0, 1],
      [2, 0],
    ]).item(),
  ).toBe(expected);
  expect(nll(x, [Int32Array.of(0, 1), Uint8Array.of(2, 0)]).item()).toBe(expected);
  expect(
    nll(
      x,
      tensor(
        [
          [0, 1],
          [2, 0],
        ],
        { dtype: "float32" },
      ),
    ).item(),
  ).toBe(expected);
});

test("an ignored sample adds nothing, whatever its logits are", () => {
  const x = leaf([
    [1, 2],
    [Number.NEGATIVE_INFINITY, 0],
  ]);
  const loss = crossEntropy(x, [0, -100]);
  loss.backward();
  expect(loss.item()).toBe(crossEntropy(tensor([[1, 2]]), [0]).item());
  expect(x.grad?.slice(0, 1).mul(1).add(0).toArray()).toEqual([[0, 0]]);
});
