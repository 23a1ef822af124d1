import {
  batchNorm,
  conv1d,
  conv2d,
  convTranspose1d,
  convTranspose2d,
  einsum,
  embedding,
  groupNorm,
  layerNorm,
  maxPool2d,
  randn,
  rmsNorm,
  scaledDotProductAttention,
  type Tensor,
  tensor,
} from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { describe, expect, it } from "vitest";
import { checkFloat32 } from "./float32.js";
import { checkProgram, type Program } from "./gradients.js";

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
  const ofList: Program = (inputs) => program(...inputs);
  checkProgram(ofList, shapes);
  checkFloat32(ofList, shapes);
});

describe("maxPool2d()", () => {
  it("T060 gives the gradient of a tie to exactly one number of a window", () => {
    const x = tensor(
      [
        [
          [5, 5],
          [5, 5],
        ],
      ],
      { requiresGrad: true },
    );
    maxPool2d(x, 2).sum().backward();
    expect(x.grad?.toArray()).toEqual([
      [
        [1, 0],
        [0, 0],
      ],
    ]);
  });

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
  it("T127 with a 2 x 3 kernel and padding 1 uses height and width each for its own dim", () => {
    const x = tensor(
      [
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
      ],
      { requiresGrad: true },
    );
    const weight = tensor(
      [
        [
          [
            [1, 0, -1],
            [2, 1, 0],
          ],
        ],
      ],
      { requiresGrad: true },
    );
    const y = conv2d(x, weight, undefined, { padding: 1 });
    expect(y.toArray()).toEqual([
      [
        [1, 4, 7],
        [2, 11, 18],
        [-5, -2, 5],
      ],
    ]);
    y.sum().backward();
    expect(x.grad?.toArray()).toEqual([
      [
        [4, 3, 0],
        [4, 3, 0],
      ],
    ]);
    expect(weight.grad?.toArray()).toEqual([
      [
        [
          [12, 21, 16],
          [12, 21, 16],
        ],
      ],
    ]);
  });

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
