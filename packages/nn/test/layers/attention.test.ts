import { full, ones, type Tensor, tensor, zeros } from "@outgrad/engine";
import { describe, expect, test } from "vitest";
import * as nn from "../../src/index.js";
import { numbers } from "./catalogue/entry.js";

const attention = new nn.MultiheadAttention(4, 2, { batchFirst: true, seed: 1 });
const x = numbers([2, 3, 4]);
const weightsOf = (masks: nn.AttentionMasks): number[][][] =>
  attention.forward(x, x, x, masks)[1]?.toArray() as never;

describe("MultiheadAttention", () => {
  test("weights are positive and add up to 1", () => {
    for (const row of weightsOf({}).flat()) {
      expect(Math.min(...row)).toBeGreaterThan(0);
      expect(row.reduce((a, b) => a + b)).toBeCloseTo(1, 14);
    }
  });

  test("isCausal, a mask of 1 above the diagonal and one of -Infinity there all hide what comes later", () => {
    const causal = weightsOf({ isCausal: true });
    expect(causal[0]?.[0]).toEqual([1, 0, 0]);
    expect(causal[1]?.[1]?.[2]).toBe(0);
    expect(weightsOf({ attnMask: ones([3, 3]).triu(1) })).toEqual(causal);
    const infinite = zeros([3, 3]).where(ones([3, 3]).tril(), -Infinity);
    expect(weightsOf({ attnMask: infinite })).toEqual(causal);
    expect(weightsOf({ attnMask: ones([4, 3, 3]).triu(1) })).toEqual(causal);
  });

  test("a mask for each sequence and head hides there only", () => {
    const one = zeros([4, 3, 3]).toArray() as number[][][];
    (one[3]?.[2] as number[])[0] = 1;
    const [, weights] = attention.forward(x, x, x, {
      attnMask: tensor(one) as Tensor,
      averageAttnWeights: false,
    });
    const zerosAt = ((weights as Tensor).toArray() as number[][][][]).flatMap((sequence, n) =>
      sequence.flatMap((head, h) =>
        head.flatMap((row, i) => row.flatMap((w, j) => (w === 0 ? [[n, h, i, j]] : []))),
      ),
    );
    expect(zerosAt).toEqual([[1, 1, 2, 0]]);
  });

  test("keyPaddingMask hides keys from all; a query that sees none gives outProj's bias, with finite gradients", () => {
    const keyPaddingMask = tensor([
      [0, 0, 1],
      [1, 1, 1],
    ]);
    const given = numbers([2, 3, 4]);
    given.requiresGrad = true;
    const [y, weights] = attention.forward(given, given, given, { keyPaddingMask });
    const found = weights?.toArray() as number[][][];
    expect(found[0]?.every((row) => row[2] === 0 && (row[0] as number) > 0)).toBe(true);
    expect(found[1]).toEqual(zeros([3, 3]).toArray());
    expect(y.at(1).toArray()).toEqual(
      full([3, 4], 0)
        .add(attention.outProj.bias as Tensor)
        .toArray(),
    );
    y.square().sum().backward();
    expect(given.grad?.data.every(Number.isFinite)).toBe(true);
    expect(given.grad?.at(1).toArray()).toEqual(zeros([3, 4]).toArray());
  });

  test("batchFirst only exchanges dims of query, key, value and result", () => {
    const plain = new nn.MultiheadAttention(4, 2, { seed: 1 });
    plain.loadStateDict(attention.stateDict());
    const turned = x.transpose(0, 1);
    const [y, weights] = plain.forward(turned, turned, turned);
    expect(y.transpose(0, 1).toArray()).toEqual(attention.forward(x, x, x)[0].toArray());
    expect(weights?.toArray()).toEqual(weightsOf({}));
  });

  test("needWeights: false gives no weights, averageAttnWeights: false those of each head", () => {
    expect(attention.forward(x, x, x, { needWeights: false })[1]).toBeUndefined();
    expect(attention.forward(x, x, x, { averageAttnWeights: false })[1]?.shape).toEqual([2, 2, 3, 3]);
  });

  test.each<[() => unknown, string]>([
    [
      () => new nn.MultiheadAttention(4, 3),
      "MultiheadAttention: numHeads must divide embedDim; got 3 for 4.",
    ],
    [
      () => new nn.MultiheadAttention(4, 2, { dropout: 2 }),
      "MultiheadAttention: dropout is a number in [0, 1]; got 2.",
    ],
    [
      () => attention.forward(zeros([3, 4]), x, x),
      "MultiheadAttention.forward: expected query of shape [n, l, 4], got [3, 4].",
    ],
    [
      () => attention.forward(x, zeros([1, 3, 4]), x),
      "MultiheadAttention.forward: expected key of shape [2, s, 4], got [1, 3, 4].",
    ],
    [
      () => attention.forward(x, x, zeros([2, 2, 4])),
      "MultiheadAttention.forward: expected value of shape [2, 3, 4], got [2, 2, 4].",
    ],
    [
      () => attention.forward(x, x, x, { attnMask: zeros([3, 2]) }),
      "MultiheadAttention.forward: expected attnMask of shape [3, 3] or [4, 3, 3], got [3, 2].",
    ],
    [
      () => attention.forward(x, x, x, { keyPaddingMask: [[true]] as never }),
      "MultiheadAttention.forward: expected a Tensor of shape [2, 3] as keyPaddingMask, got an array of 1.",
    ],
  ])("%s is refused", (call, sentence) => {
    expect(call).toThrow(sentence);
  });
});

describe("Embedding", () => {
  test("gives rows of its weight for indices of any shape", () => {
    const { weight } = new nn.Embedding(5, 2, { seed: 1 });
    const words = new nn.Embedding(5, 2, { seed: 1 });
    expect(
      words
        .forward([
          [4, 0],
          [4, 1],
        ])
        .toArray(),
    ).toEqual([
      [weight.at(4).toArray(), weight.at(0).toArray()],
      [weight.at(4).toArray(), weight.at(1).toArray()],
    ]);
    expect(String(new nn.Embedding(5, 2, { paddingIdx: -1 }))).toBe("Embedding(5, 2, paddingIdx=4)");
  });

  test("the padding row gets no gradient", () => {
    const words = new nn.Embedding(3, 2, { paddingIdx: 1 });
    words.forward([0, 1, 1, 2, 2]).sum().backward();
    expect(words.weight.grad?.toArray()).toEqual([
      [1, 1],
      [0, 0],
      [2, 2],
    ]);
  });

  test.each<[() => unknown, string]>([
    [() => new nn.Embedding(0, 2), "Embedding: numEmbeddings is the number of rows, an integer >= 1; got 0."],
    [
      () => new nn.Embedding(3, 2, { paddingIdx: 3 }),
      "Embedding: paddingIdx is a row, an integer from -3 to 2; got 3.",
    ],
    [
      () => new nn.Embedding(3, 2).forward([3]),
      "embedding: there is no index 3 in dim 0, which has the size 3.",
    ],
    [() => new nn.Embedding(3, 2).forward([0.5]), "embedding: an index is an integer >= 0, got 0.5"],
  ])("%s is refused", (call, sentence) => {
    expect(call).toThrow(sentence);
  });
});
