import { gradients, type Tensor, tensor, where, zeros } from "@outgrad/engine";
import { describe, expect, it } from "vitest";

// Known autograd traps of tensor programs, by the numbers of the list that the project keeps of them. The answers are
// PyTorch's in float64 unless the name says otherwise.

const [inf, nan] = [Number.POSITIVE_INFINITY, Number.NaN];
type Numbers = number | readonly Numbers[];
type Program = (...inputs: Tensor[]) => Tensor;
type Row = readonly [
  name: string,
  f: Program,
  at: Numbers[],
  value: Numbers,
  grads: Numbers[],
  weights?: Numbers,
];

const rows: readonly Row[] = [
  ["T058 amax at a tie: evenly shared", (x) => x.amax(), [[0, 3, 3, 1]], 3, [[0, 0.5, 0.5, 0]]],
  [
    "T059 amin at a tie over a dim",
    (x) => x.amin(1),
    [
      [
        [1, 1, 2],
        [0, 0, 0],
      ],
    ],
    [1, 0],
    [
      [
        [0.5, 0.5, 0],
        [1 / 3, 1 / 3, 1 / 3],
      ],
    ],
  ],
  ["T061 clamp on its bounds", (x) => x.clamp(-1, 1), [[-1, 0, 1, 0.5]], [-1, 0, 1, 0.5], [[1, 1, 1, 1]]],
  ["T062 floor: gradient 0, not null", (x) => x.floor(), [[-1.5, 0, 0.5, 2]], [-2, 0, 0, 2], [[0, 0, 0, 0]]],
  ["T063 round: gradient 0, not null", (x) => x.round(), [[-1.5, 0.5, 1]], [-2, 0, 1], [[0, 0, 0]]],
  ["T064 sign: gradient 0, not null", (x) => x.sign(), [[-2, 0, 3]], [-1, 0, 1], [[0, 0, 0]]],
  ["T065 prod with one zero", (x) => x.prod(), [[2, 0, 3]], 0, [[0, 6, 0]]],
  ["T066 prod with two zeros", (x) => x.prod(), [[0, 0, 3]], 0, [[0, 0, 0]]],
  ["T067 norm of the zero vector: gradient 0", (x) => x.norm(), [[0, 0]], 0, [[0, 0]]],
  ["T068 std of a constant vector: gradient 0", (x) => x.std(), [[2, 2, 2]], 0, [[0, 0, 0]]],
  ["T069 var of one element: NaN, and its gradient", (x) => x.var(), [[2]], nan, [[nan]]],
  ["T069 var of one element with correction 0", (x) => x.var(0, { correction: 0 }), [[2]], 0, [[0]]],
  ["T076 comparisons carry no gradient", (x) => x.gt(0).mul(x), [[1, -1]], [1, -0], [[1, 0]]],
  [
    "T088 softmax of large logits",
    (x) => x.softmax(0),
    [[1000, 1000, -1000]],
    [0.5, 0.5, 0],
    [[0.75, -0.75, 0]],
    [2, -1, 1],
  ],
  [
    "T090 softmax with a -Infinity mask",
    (x) => x.softmax(0),
    [[1, -inf, 2]],
    [0.26894142136999516, 0, 0.7310585786300049],
    [[0.39322386648296376, 0, -0.3932238664829637]],
    [2, 3, 0],
  ],
  ["T091 logSoftmax keeps -2000", (x) => x.logSoftmax(0), [[2000, 0]], [0, -2000], [[1, -1]], [0, -1]],
  ["T092 logsumexp([1000, 1000])", (x) => x.logsumexp(), [[1000, 1000]], 1000.6931471805599, [[0.5, 0.5]]],
  ["T093 logsumexp with -Infinity", (x) => x.logsumexp(), [[-inf, 1]], 1, [[0, 1]]],
  ["T099 variance with a large offset", (x) => x.var(), [[1e9, 1e9 + 1, 1e9 + 2]], 1, [[-1, 0, 1]]],
  [
    "T114 broadcast [3, 1] + [1, 4]: gradients are summed back",
    (a, b) => a.add(b),
    [[[1], [2], [3]], [[1, 2, 3, 4]]],
    [
      [2, 3, 4, 5],
      [3, 4, 5, 6],
      [4, 5, 6, 7],
    ],
    [[[4], [4], [4]], [[3, 3, 3, 3]]],
  ],
  [
    "T115 max with broadcasting",
    (a, b) => a.max(b),
    [
      [[0], [5]],
      [2, 3, 4],
    ],
    [
      [2, 3, 4],
      [5, 5, 5],
    ],
    [
      [[0], [3]],
      [1, 1, 1],
    ],
  ],
  [
    "T116 scalar operand: gradient has shape []",
    (a, b) => a.mul(b),
    [2, [1, 2, 3, 4]],
    [2, 4, 6, 8],
    [10, [2, 2, 2, 2]],
  ],
  ["T117 [1] against [3] keeps shape [1]", (a, b) => a.mul(b), [[2], [1, 2, 3]], [2, 4, 6], [[6], [2, 2, 2]]],
  [
    "T118 batched matmul with a broadcast batch",
    (a, b) => a.matmul(b),
    [
      [
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
        [
          [7, 8, 9],
          [1, 0, 1],
        ],
      ],
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
    ],
    [
      [
        [22, 28],
        [49, 64],
      ],
      [
        [76, 100],
        [6, 8],
      ],
    ],
    [
      [
        [
          [3, 7, 11],
          [3, 7, 11],
        ],
        [
          [3, 7, 11],
          [3, 7, 11],
        ],
      ],
      [
        [13, 13],
        [15, 15],
        [19, 19],
      ],
    ],
  ],
  [
    "T119 square matrix, sum over dim 0",
    (x) => x.sum(0),
    [
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [4, 6],
    [
      [
        [1, -5],
        [1, -5],
      ],
    ],
    [1, -5],
  ],
  [
    "T122 amax over a dim of size 1",
    (x) => x.amax(1),
    [[[1], [2], [3], [4]]],
    [1, 2, 3, 4],
    [[[1], [1], [1], [1]]],
  ],
  [
    "T124 indexSelect with duplicates accumulates",
    (x) => x.indexSelect(0, [0, 0, 2, 0]),
    [[1, 2, 3]],
    [1, 1, 3, 1],
    [[11, 0, 4]],
    [1, 2, 4, 8],
  ],
  [
    "T125 cumsum along dim 1",
    (x) => x.cumsum(1),
    [
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
    [
      [1, 3, 6],
      [4, 9, 15],
    ],
    [
      [
        [7, 6, 4],
        [1, 1, 0],
      ],
    ],
    [
      [1, 2, 4],
      [0, 1, 0],
    ],
  ],
  [
    "T126 strided slice x[::2]",
    (x) => x.slice(0, 0, undefined, 2),
    [[1, 2, 3, 4, 5]],
    [1, 3, 5],
    [[1, 0, 2, 0, 4]],
    [1, 2, 4],
  ],
  [
    "T128 broadcastTo: overlapping memory",
    (x) => x.broadcastTo([3, 2]),
    [[1, 2]],
    [
      [1, 2],
      [1, 2],
      [1, 2],
    ],
    [[9, 12]],
    [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
  ],
  [
    "T129 transpose then reshape",
    (x) => x.T.reshape([6]),
    [
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
    [1, 4, 2, 5, 3, 6],
    [
      [
        [1, 3, 5],
        [2, 4, 6],
      ],
    ],
    [1, 2, 3, 4, 5, 6],
  ],
  ["T130 the sum of nothing is 0, its gradient is empty", (x) => x.sum(), [[]], 0, [[]]],
];

/** Irregular in the last bit at most. */
function same(found: Numbers, wanted: Numbers): void {
  if (Array.isArray(wanted)) {
    expect((found as Numbers[]).length).toBe(wanted.length);
    wanted.forEach((part, i) => {
      same((found as Numbers[])[i] as Numbers, part);
    });
  } else if (Number.isFinite(wanted)) {
    expect(Math.abs((found as number) - (wanted as number))).toBeLessThanOrEqual(
      1e-13 * Math.abs(wanted as number),
    );
  } else expect(found).toBe(wanted);
}

it.each(rows.map((row) => [row[0], row] as const))("%s", (_name, [, f, at, value, grads, weights]) => {
  const inputs = at.map((numbers) => tensor(numbers as never, { requiresGrad: true }) as Tensor);
  const y = f(...inputs);
  same(y.toArray() as Numbers, value);
  y.backward(weights === undefined ? 1 : (tensor(weights as never) as Tensor));
  grads.forEach((grad, i) => {
    same(inputs[i]?.grad?.toArray() as Numbers, grad);
  });
});

describe("T074, T075 where does not leak NaN of the branch not taken", () => {
  it("with respect to what it chooses from: only the chosen gets a gradient", () => {
    const x = tensor([-1, 0, 2], { requiresGrad: true });
    const y = where(x.gt(0), x, x.sub(x).div(0));
    const [g] = gradients(where(tensor([0, 0, 1]), x, 5).sum(), [x]);
    expect(y.requiresGrad).toBe(true);
    expect(g?.toArray()).toEqual([0, 0, 1]);
  });

  it("but a function of it that has an infinite slope there still gives NaN, as in PyTorch", () => {
    const x = tensor([-1, 0, 2], { requiresGrad: true });
    const y = where(x.gt(0), x.log(), 0);
    y.sum().backward();
    expect(y.toArray()).toEqual([0, 0, Math.LN2]);
    expect(x.grad?.toArray()).toEqual([0, nan, 0.5]);
  });

  it("formulas with a choice do not leak it, to any order: xlogy, pow and relu at 0", () => {
    const x = tensor([0, 2], { requiresGrad: true });
    const [first] = gradients(x.pow(2).sum(), [x], { createGraph: true });
    const [second] = gradients((first as Tensor).sum(), [x], { createGraph: true });
    const [third] = gradients((second as Tensor).sum(), [x]);
    expect([first, second, third].map((g) => g?.toArray())).toEqual([
      [0, 4],
      [2, 2],
      [0, 0],
    ]);
    const [slope] = gradients(x.hypot(3).relu().sum(), [x], { createGraph: true });
    expect(gradients((slope as Tensor).sum(), [x])[0]?.data.every(Number.isFinite)).toBe(true);
  });
});

it("T019 y = x * x; x.data[0] = 10; y.backward() uses the numbers that y was computed from", () => {
  const x = tensor([3, 4], { requiresGrad: true });
  const y = x.mul(x).sum();
  x.data[0] = 10;
  y.backward();
  expect(x.grad?.toArray()).toEqual([6, 8]);
  expect(x.square().toArray()).toEqual([100, 16]);
});

it("T019 with createGraph too, and for results that ops keep", () => {
  const x = tensor([3, 4], { requiresGrad: true });
  const y = x.mul(x).mul(x).sum();
  x.data = [1, 1];
  const [g] = gradients(y, [x], { createGraph: true });
  expect(g?.toArray()).toEqual([27, 48]);
  expect(gradients((g as Tensor).sum(), [x])[0]?.toArray()).toEqual([18, 24]);
});

it("T020 a chain of 100,000 ops does not overflow the stack", () => {
  const x = tensor([1, 2], { requiresGrad: true });
  let y: Tensor = x;
  for (let i = 0; i < 100_000; i++) y = y.add(1);
  y.backward(1);
  expect(y.toArray()).toEqual([100_001, 100_002]);
  expect(x.grad?.toArray()).toEqual([1, 1]);
});

it("T022 a non-scalar without a cotangent: an error that names the shape", () => {
  const x = tensor([1, 2, 3], { requiresGrad: true });
  expect(() => x.mul(2).backward()).toThrow(/the shape is \[3\], which is 3 numbers; give a cotangent/);
  expect(x.grad).toBe(null);
});

it("T023 detach: x * detach(x)", () => {
  const x = tensor([3], { requiresGrad: true });
  x.mul(x.detach()).backward();
  expect(x.grad?.toArray()).toEqual([3]);
});

it("T112 numbers that are not finite, -0 and the smallest survive JSON", () => {
  const numbers = [nan, inf, -inf, -0, 5e-324, 1.7976931348623157e308];
  const { data, shape, dtype } = JSON.parse(JSON.stringify(tensor(numbers)));
  expect(tensor(data.map(Number), { shape, dtype }).toArray()).toEqual(numbers);
});

it("T120 square matmul with an asymmetric cotangent", () => {
  const a = tensor(
    [
      [1, 2],
      [3, -5],
    ],
    { requiresGrad: true },
  );
  const b = tensor(
    [
      [0, 1],
      [5, -2],
    ],
    { requiresGrad: true },
  );
  const y = a.matmul(b);
  y.backward(
    tensor([
      [1, 2],
      [-3, 4],
    ]),
  );
  expect(y.toArray()).toEqual([
    [10, -3],
    [-25, 13],
  ]);
  expect(a.grad?.toArray()).toEqual([
    [2, 1],
    [4, -23],
  ]);
  expect(b.grad?.toArray()).toEqual([
    [-8, 14],
    [17, -16],
  ]);
});

it("T121 softmax under a cotangent of ones has gradient 0", () => {
  const x = tensor([1, 2, 3], { requiresGrad: true });
  x.softmax(0).sum().backward();
  for (const g of x.grad?.data ?? [1]) expect(Math.abs(g)).toBeLessThan(1e-15);
});

it("T132 a view does not see what is written afterwards: it is a result as any other", () => {
  const x = tensor([1, 2, 3, 4], { requiresGrad: true });
  const view = x.slice(0, 1, 3);
  x.data[1] = 99;
  expect(view.toArray()).toEqual([2, 3]);
  view.data[0] = 7;
  expect(x.toArray()).toEqual([1, 99, 3, 4]);
  expect(() => view.mul(2)).toThrow(/result of slice, shape \[2\], was written to/);
});

it.each([[[1e9, 1e9]], [[-1]], [[1.5]], [[nan]], [["3"]], [[2 ** 53]], ["3"]])(
  "T133 zeros(%j) is refused before anything is allocated",
  (shape) => {
    expect(() => zeros(shape as number[])).toThrow(/^zeros: .*(shape|elements)/);
  },
);

it("T134 sums of float32 are taken in double: ten million ones are 10,000,000", () => {
  const x = zeros([10_000_000], { dtype: "float32" }).add(1);
  expect(x.sum().item()).toBe(10_000_000);
  expect(tensor([0.1], { dtype: "float32" }).add(0.2).item()).toBe(
    Math.fround(Math.fround(0.1) + Math.fround(0.2)),
  );
});

it.each([
  [[[1], [2, 3]], "tensor: expected a list of 1, as the first ones of [2, 1] are at [1], got a list of 2."],
  [[1, "2"], 'tensor: expected a number at [1], got "2".'],
  [[3n], "tensor: expected a number at [0], got 3n."],
  [[[1, true]], "tensor: expected a number at [0][1], got true."],
  [undefined, "tensor: expected a number, got undefined."],
])("T135 tensor(%s) names the place of what is no number", (data, sentence) => {
  expect(() => tensor(data as never)).toThrow(sentence);
});
