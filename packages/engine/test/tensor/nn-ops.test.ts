import {
  batchNorm,
  conv1d,
  conv2d,
  convTranspose1d,
  convTranspose2d,
  einsum,
  embedding,
  gradients,
  groupNorm,
  layerNorm,
  maxPool2d,
  randn,
  rmsNorm,
  scaledDotProductAttention,
  type Tensor,
  tensor,
  where,
} from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { describe, expect, it } from "vitest";
import { checkProgram, type Program } from "./gradients.js";
import { networkErrors } from "./nn-errors.js";

const programs: readonly (readonly [string, (...inputs: Tensor[]) => Tensor, number[][]])[] = [
  ["conv1d with groups", (x, w, b) => conv1d(x, w, b, { groups: 2, stride: 2 }), [[1, 4, 5], [2, 2, 2], [2]]],
  ["convTranspose1d", (x, w, b) => convTranspose1d(x, w, b, { stride: 2 }), [[2, 3], [2, 2, 2], [2]]],
  [
    "a square of conv2d",
    (x, w) => conv2d(x, w).square(),
    [
      [1, 1, 3, 3],
      [2, 1, 2, 2],
    ],
  ],
  [
    "a square of convTranspose2d",
    (x, w) => convTranspose2d(x, w).square(),
    [
      [1, 2, 2, 2],
      [2, 1, 2, 2],
    ],
  ],
  ["layerNorm", (x, weight, bias) => layerNorm(x, [3], { weight, bias, eps: 0.1 }), [[2, 3], [3], [3]]],
  [
    "rmsNorm",
    (x, weight) => rmsNorm(x, [2, 2], { weight, eps: 0.1 }),
    [
      [2, 2, 2],
      [2, 2],
    ],
  ],
  ["groupNorm", (x, weight, bias) => groupNorm(x, 2, { weight, bias }), [[1, 4, 3], [4], [4]]],
  ["batchNorm", (x, weight, bias) => batchNorm(x, { training: true, weight, bias }), [[4, 2], [2], [2]]],
  [
    "embedding",
    (weight) =>
      embedding(
        [
          [0, 2],
          [2, 1],
        ],
        weight,
      ).square(),
    [[3, 2]],
  ],
  [
    "attention with a causal mask",
    (q, k, v) => scaledDotProductAttention(q, k, v, { isCausal: true }),
    [
      [3, 2],
      [3, 2],
      [3, 2],
    ],
  ],
  [
    "attention with an additive mask",
    (q, k, v, mask) => scaledDotProductAttention(q, k, v, { mask, scale: 0.4 }),
    [
      [2, 2],
      [3, 2],
      [3, 1],
      [2, 3],
    ],
  ],
  [
    "einsum of a diagonal",
    (a, b) => einsum("iij,jk->ki", a, b),
    [
      [2, 2, 2],
      [2, 3],
    ],
  ],
  [
    "einsum of three",
    (a, b, c) => einsum("ab,bc,c...->a...", a, b, c),
    [
      [2, 2],
      [2, 2],
      [2, 2],
    ],
  ],
];

it.each(programs)("%s has the gradients that differences show, of both orders", (_name, program, shapes) => {
  checkProgram(
    (inputs) => (program as unknown as Program & ((...all: Tensor[]) => Tensor))(...inputs),
    shapes,
  );
});

it("every function has at least two error tests", () => {
  const functions = "layerNorm rmsNorm groupNorm batchNorm embedding scaledDotProductAttention einsum conv2d";
  for (const name of functions.split(" ")) {
    expect(networkErrors.filter(([call]) => call.startsWith(`${name}(`)).length, name).toBeGreaterThan(1);
  }
});

describe("norms", () => {
  it("layerNorm(x) keeps its digits at a large offset", () => {
    const y = layerNorm(tensor([[1e6, 1e6 + 1, 1e6 + 2]]), [3]);
    expect(y.toArray()).toEqual([[-1.2247356859083902, 0, 1.2247356859083902]]);
    const big = Float32Array.from({ length: 4096 }, (_, i) => 1000 + (i % 2));
    const single = layerNorm(tensor(big, { shape: [1, 4096] }), [4096], { eps: 0 });
    expect(single.dtype).toBe("float32");
    expect(single.data.slice(0, 3)).toEqual(Float32Array.of(-1, 1, -1));
  });

  it("layerNorm() of a constant row is 0, with a finite gradient", () => {
    const x = tensor([[3, 3, 3]], { requiresGrad: true });
    const y = layerNorm(x, [3], { weight: tensor([1, 2, 4]) });
    expect(y.toArray()).toEqual([[0, 0, 0]]);
    y.backward(tensor([[1, 1, 1]]));
    // 1 / sqrt(eps) times the weights less their mean.
    const slopes = (x.grad as Tensor).data;
    [-4 / 3, -1 / 3, 5 / 3].forEach((slope, i) => {
      expect(slopes[i]).toBeCloseTo(slope / Math.sqrt(1e-5), 9);
    });
  });

  it("batchNorm() moves the running numbers only while training, and not after an error", () => {
    const [runningMean, runningVar] = [tensor([1, 1]), tensor([1, 1])];
    const x = tensor([
      [1, 2],
      [3, 6],
    ]);
    batchNorm(x, { runningMean, runningVar });
    expect(() => batchNorm(x, { training: true, runningMean, runningVar, eps: Number.NaN })).toThrow("eps");
    expect([runningMean.toArray(), runningVar.toArray()]).toEqual([
      [1, 1],
      [1, 1],
    ]);
    batchNorm(x, { training: true, runningMean, runningVar, momentum: 0.5 });
    expect([runningMean.toArray(), runningVar.toArray()]).toEqual([
      [1.5, 2.5],
      [1.5, 4.5],
    ]);
  });
});

describe("maxPool2d()", () => {
  it("gives the gradient of a tie to the first, and lets NaN through", () => {
    const x = tensor(
      [
        [
          [1, 1, Number.NaN, 2],
          [1, 1, 3, 4],
        ],
      ],
      { requiresGrad: true },
    );
    const y = maxPool2d(x, 2);
    expect(y.toArray()).toEqual([[[1, Number.NaN]]]);
    y.sum().backward();
    expect(x.grad?.toArray()).toEqual([
      [
        [1, 0, 1, 0],
        [0, 0, 0, 0],
      ],
    ]);
  });

  it("sees what was written to a leaf before the next call, and what it saw in its gradient", () => {
    const x = tensor([[[1, 2]]], { requiresGrad: true });
    const y = maxPool2d(x, [1, 2]);
    x.data[0] = 5;
    y.sum().backward();
    expect(x.grad?.toArray()).toEqual([[[0, 1]]]);
    expect(maxPool2d(x, [1, 2]).item()).toBe(5);
  });
});

describe("conv2d()", () => {
  it("takes views as they are: transposed, sliced, repeated", () => {
    const x = randn([1, 4, 5, 2], random(1)).permute([0, 3, 2, 1]).slice(3, 0, 4, 2);
    const weight = randn([2, 1, 2, 1], random(2)).broadcastTo([2, 2, 2, 1]);
    const copies = [x, weight].map((t) => tensor(t.data, { shape: t.shape as number[] }));
    const [y, wanted] = [conv2d(x, weight), conv2d(copies[0] as Tensor, copies[1] as Tensor)];
    expect(y.toArray()).toEqual(wanted.toArray());
  });

  it("with a 1 x 1 kernel is a matrix product of the channels", () => {
    const [x, weight] = [randn([2, 3, 4, 5], random(3)), randn([6, 3, 1, 1], random(4))];
    const product = einsum("oc,ncij->noij", weight.reshape([6, 3]), x);
    const y = conv2d(x, weight);
    y.data.forEach((found, i) => {
      expect(found).toBeCloseTo(product.data[i] as number, 12);
    });
  });
});

describe("embedding()", () => {
  it("adds the gradients of an index that comes again, and gives none to the padding", () => {
    const weight = tensor([[1], [2], [3]], { requiresGrad: true });
    const y = embedding(tensor([2, 0, 2, 1]), weight, { paddingIdx: 1 });
    expect(y.toArray()).toEqual([[3], [1], [3], [2]]);
    y.backward(tensor([[1], [10], [100], [1000]]));
    expect(weight.grad?.toArray()).toEqual([[10], [0], [101]]);
  });
});

describe("scaledDotProductAttention()", () => {
  const [q, k, v] = [1, 2, 3].map((seed) =>
    randn([2, 4, 3], random(seed), { requiresGrad: true }),
  ) as unknown as [Tensor, Tensor, Tensor];

  it("with isCausal is that with the mask of booleans or numbers, whatever comes later", () => {
    const rows = [0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => j <= i));
    const causal = scaledDotProductAttention(q, k, v, { isCausal: true });
    expect(scaledDotProductAttention(q, k, v, { mask: rows }).toArray()).toEqual(causal.toArray());
    const added = where(tensor(rows.map((row) => row.map(Number))), 0, -1 / 0);
    expect(scaledDotProductAttention(q, k, v, { mask: added }).toArray()).toEqual(causal.toArray());
    expect(causal.at(0, 1).toArray()).toEqual(v.at(0, 1).toArray());
  });

  it("gives 0 and no gradient to a query that may look at nobody", () => {
    const mask = [
      [true, false, true, true],
      [false, false, false, false],
      [true, true, true, true],
      [true, true, true, true],
    ];
    const y = scaledDotProductAttention(q, k, v, { mask });
    expect(y.at(1, 1).toArray()).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
    const [slope] = gradients(y.square().sum(), [q], { createGraph: true }) as [Tensor];
    expect(slope.at(1, 1).toArray()).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
    const second = gradients(slope.square().sum(), [k])[0] as Tensor;
    expect(second.data.every(Number.isFinite)).toBe(true);
  });

  it("with dropout drops weights by the random numbers, and keeps the mean", () => {
    const options = { dropout: 0.5, random: random(9) };
    const y = scaledDotProductAttention(q, k, v, options);
    expect(y.toArray()).not.toEqual(scaledDotProductAttention(q, k, v).toArray());
    const again = scaledDotProductAttention(q, k, v, { dropout: 0.5, random: random(9) });
    expect(again.toArray()).toEqual(y.toArray());
  });

  it("stays finite for scores of a thousand", () => {
    const y = scaledDotProductAttention(q.mul(1e3), k.mul(1e3), v);
    expect(y.data.every(Number.isFinite)).toBe(true);
  });
});
