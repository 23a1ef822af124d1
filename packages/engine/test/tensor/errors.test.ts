import * as engine from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { expect, it } from "vitest";
import { shapeMethods } from "../../src/tensor/shape-methods.js";
import { networkErrors } from "./nn-errors.js";

const {
  arange,
  concat,
  eye,
  full,
  gradients,
  linear,
  matmul,
  oneHot,
  ones,
  rand,
  randn,
  stack,
  tensor,
  where,
  zeros,
} = engine;
type AnyTensor = Record<string, (...args: unknown[]) => unknown>;

/** Calls that must fail, with the sentence. `x` is [2, 3], `v` is [4], `s` a single number. */
const rows: readonly (readonly [
  call: string,
  f: (x: AnyTensor, v: AnyTensor, s: AnyTensor) => unknown,
  why: string | RegExp,
])[] = [
  [
    "x.add(v)",
    (x, v) => x.add?.(v),
    "add: the shapes [2, 3] and [4] do not fit together: the sizes 3 and 4 of dim -1 differ, and neither is 1.",
  ],
  ["x.add('2')", (x) => x.add?.("2"), 'Tensor.add: expected a Tensor or a number, got "2".'],
  [
    "x.mul()",
    (x) => x.mul?.(),
    "Tensor.mul: expected a Tensor or a number, got undefined. Did a function forget to return?",
  ],
  [
    "x.mul([1, 2, 3])",
    (x) => x.mul?.([1, 2, 3]),
    /got an array of 3\. Make a Tensor of it with tensor\(\.\.\.\) first\./,
  ],
  ["x.max(value(1))", (x) => x.max?.(engine.value(1)), /Values and Tensors do not mix in one graph/],
  [
    "x.leakyRelu('steep')",
    (x) => x.leakyRelu?.("steep"),
    "Tensor.leakyRelu: expected a number for slope, got steep.",
  ],
  ["x.clamp(0, null)", (x) => x.clamp?.(0, null), "Tensor.clamp: expected a number for max, got null."],
  [
    "add('1', x)",
    (x) => engine.add("1" as never, x as never),
    /Tensor.add: expected a Tensor or a number, got "1"/,
  ],

  ...["sum", "mean", "amax", "amin", "logsumexp", "prod"].flatMap((name) => [
    [
      `x.${name}(2)`,
      (x, _v, _s) => x[name]?.(2),
      `${name}: there is no dim 2; dims go from -2 to 1.`,
    ] as (typeof rows)[number],
    [
      `x.${name}([0, -2])`,
      (x) => x[name]?.([0, -2]),
      `${name}: dim 0 is in the list [0, -2] twice.`,
    ] as (typeof rows)[number],
    [
      `x.${name}('rows')`,
      (x) => x[name]?.("rows"),
      `${name}: expected a dim or a list of dims, got "rows".`,
    ] as (typeof rows)[number],
    [
      `x.${name}(0, 1)`,
      (x) => x[name]?.(0, 1),
      `${name}: expected true or false for keepdim, got 1.`,
    ] as (typeof rows)[number],
  ]),
  [
    "zeros([2, 0]).amax(1)",
    () => zeros([2, 0]).amax(1),
    "amax: dim 1 of [2, 0] has size 0, and there is no amax of nothing.",
  ],
  ["zeros([0]).amin()", () => zeros([0]).amin(), /there is no amin of nothing/],
  ["x.argmax(5)", (x) => x.argmax?.(5), "argmax: there is no dim 5; dims go from -2 to 1."],
  ["zeros([0]).argmax()", () => zeros([0]).argmax(), /there is no argmax of nothing/],
  ["x.argmin(-3)", (x) => x.argmin?.(-3), "argmin: there is no dim -3; dims go from -2 to 1."],
  ["zeros([0, 2]).argmin(0)", () => zeros([0, 2]).argmin(0), /there is no argmin of nothing/],
  ["x.norm('two')", (x) => x.norm?.("two"), "norm: expected a number p, got two."],
  ["x.norm(2, 7)", (x) => x.norm?.(2, 7), "norm: there is no dim 7; dims go from -2 to 1."],
  ["x.var(3)", (x) => x.var?.(3), "var: there is no dim 3"],
  [
    "x.var(0, { correction: NaN })",
    (x) => x.var?.(0, { correction: Number.NaN }),
    "var: expected a finite correction, got NaN.",
  ],
  ["x.std(1.5)", (x) => x.std?.(1.5), "std: there is no dim 1.5"],
  [
    "x.std(0, { correction: 'n' })",
    (x) => x.std?.(0, { correction: "n" }),
    "std: expected a finite correction, got n.",
  ],

  [
    "x.reshape([4, 2])",
    (x) => x.reshape?.([4, 2]),
    "reshape: [2, 3] holds 6 numbers, [4, 2] 8; they must be as many.",
  ],
  ["x.reshape([-1, -1])", (x) => x.reshape?.([-1, -1]), /more than one size of -1/],
  [
    "x.reshape([-1, 4])",
    (x) => x.reshape?.([-1, 4]),
    "reshape: [2, 3] holds 6 numbers, so no size fits for the -1 of [-1, 4].",
  ],
  ["x.reshape(6)", (x) => x.reshape?.(6), "reshape: expected a shape such as [2, 3], got 6."],
  ["x.permute([0])", (x) => x.permute?.([0]), "permute: [2, 3] has 2 dims, and all must be given, got [0]."],
  ["x.permute([0, 0])", (x) => x.permute?.([0, 0]), "permute: dim 0 is in the list [0, 0] twice."],
  ["x.transpose(0, 2)", (x) => x.transpose?.(0, 2), "transpose: there is no dim 2"],
  ["v.transpose()", (_x, v) => v.transpose?.(), "transpose: there is no dim -2; dims go from -1 to 0."],
  ["x.squeeze(2)", (x) => x.squeeze?.(2), "squeeze: there is no dim 2"],
  ["x.squeeze([0, 0])", (x) => x.squeeze?.([0, 0]), "squeeze: dim 0 is in the list [0, 0] twice."],
  ["x.unsqueeze(3)", (x) => x.unsqueeze?.(3), "unsqueeze: there is no dim 3; dims go from -3 to 2."],
  ["x.unsqueeze()", (x) => x.unsqueeze?.(), "unsqueeze: there is no dim undefined"],
  ["x.flatten(1, 0)", (x) => x.flatten?.(1, 0), "flatten: startDim 1 of [2, 3] comes after endDim 0."],
  ["x.flatten(2)", (x) => x.flatten?.(2), "flatten: there is no dim 2"],
  [
    "x.broadcastTo([3])",
    (x) => x.broadcastTo?.([3]),
    "broadcastTo: [2, 3] does not broadcast to [3], which is smaller.",
  ],
  [
    "x.broadcastTo([2, 4])",
    (x) => x.broadcastTo?.([2, 4]),
    /broadcastTo: the shapes \[2, 3\] and \[2, 4\] do not fit/,
  ],
  ["x.flip(2)", (x) => x.flip?.(2), "flip: there is no dim 2"],
  ["x.flip([0, -2])", (x) => x.flip?.([0, -2]), "flip: dim 0 is in the list [0, -2] twice."],

  [
    "x.slice(0, 0, 2, 0)",
    (x) => x.slice?.(0, 0, 2, 0),
    "slice: the step is 0, and must be at least 1; flip(dim) reverses.",
  ],
  ["x.slice(0, 0.5)", (x) => x.slice?.(0, 0.5), "slice: expected an integer for start, got 0.5."],
  ["s.slice(0)", (_x, _v, s) => s.slice?.(0), "slice: there is no dim 0; a single number has no dims."],
  ["x.at(2)", (x) => x.at?.(2), "at: there is no index 2 in dim 0 of [2, 3]."],
  ["x.at('0')", (x) => x.at?.("0"), "at: expected an integer for index, got 0."],
  ["x.split(0)", (x) => x.split?.(0), "split: the size of a part is 0, and must be at least 1."],
  [
    "x.split([1, 1], 1)",
    (x) => x.split?.([1, 1], 1),
    "split: the sizes [1, 1] do not add up to 3, dim 1 of [2, 3].",
  ],
  [
    "x.pad([1])",
    (x) => x.pad?.([1]),
    /pad: expected \[before, after\] for up to 2 dims of \[2, 3\], last first, got \[1\]\./,
  ],
  ["x.pad([-2, -2])", (x) => x.pad?.([-2, -2]), "pad: dim 1 of [2, 3] would have the size -1."],
  ["x.pad([1, 1], '0')", (x) => x.pad?.([1, 1], "0"), "pad: expected a number as value, got 0."],

  ["concat([])", () => concat([]), "concat: the list is empty; give at least one Tensor."],
  [
    "concat([x, v])",
    (x, v) => concat([x, v] as never),
    "concat: the shapes [2, 3] and [4], of [1], differ outside dim 0.",
  ],
  ["concat([x, 1])", (x) => concat([x, 1] as never), "concat: expected Tensors, got 1 at [1]."],
  ["stack([])", () => stack([]), "stack: the list is empty"],
  ["stack([x, v])", (x, v) => stack([x, v] as never), "stack: the shapes [2, 3] and [4], of [1], differ."],

  [
    "x.matmul(x)",
    (x) => x.matmul?.(x),
    "matmul: the shapes [2, 3] and [2, 3] do not fit together: 3 columns meet 2 rows.",
  ],
  [
    "x.matmul(s)",
    (x, _v, s) => x.matmul?.(s),
    "matmul: the shapes are [2, 3] and []; a single number has no rows: use mul.",
  ],
  ["x.matmul(2)", (x) => x.matmul?.(2), "matmul: expected a Tensor, got 2."],
  [
    "matmul of batches",
    () => matmul(ones([2, 1, 3]) as never, ones([3, 3, 1]) as never),
    /matmul, batch: the shapes \[2\] and \[3\] do not fit/,
  ],
  [
    "x.linear(ones([2, 4]))",
    (x) => linear(x as never, ones([2, 4])),
    "linear: x is [2, 3], but the weight [2, 4] takes 4 numbers in the last dim.",
  ],
  [
    "x.linear(weight, bias)",
    (x) => x.linear?.(ones([2, 3]), ones([3])),
    "linear: the weight [2, 3] needs a bias of [2], got [3].",
  ],
  ["x.linear(v)", (x, v) => x.linear?.(v), "linear: expected a weight of shape [out, in], got [4]."],

  [
    "x.gather(1, [[3]])",
    (x) => x.gather?.(1, [[3]]),
    "gather: there is no index 3 in dim 1, which has the size 3.",
  ],
  ["x.gather(1, [0])", (x) => x.gather?.(1, [0]), /gather: the index is \[1\]; beside dim 1/],
  ["x.gather(1, [[-1]])", (x) => x.gather?.(1, [[-1]]), /gather: an index is an integer >= 0, got -1/],
  [
    "x.indexSelect(0, [2])",
    (x) => x.indexSelect?.(0, [2]),
    "indexSelect: there is no index 2 in dim 0, which has the size 2.",
  ],
  [
    "x.indexSelect(0, [0.5])",
    (x) => x.indexSelect?.(0, [0.5]),
    /an index is an integer >= 0, got 0.5 in the index of \[1\]/,
  ],
  [
    "x.indexSelect(0, [[0]])",
    (x) => x.indexSelect?.(0, [[0]]),
    "indexSelect: expected a list of indices, got the shape [1, 1].",
  ],
  ["oneHot([3], 3)", () => oneHot([3], 3), "oneHot: there is no index 3 in dim 1, which has the size 3."],
  ["oneHot([0], -1)", () => oneHot([0], -1), /oneHot: a shape holds integers >= 0/],
  [
    "where(x, 1, 'a')",
    (x) => where(x as never, 1, "a" as never),
    'Tensor.where: expected a Tensor or a number, got "a".',
  ],
  ["x.where(v, 0)", (x, v) => x.where?.(v, 0), /where: the shapes \[4\] and \[2, 3\] do not fit/],
  ["v.tril()", (_x, v) => v.tril?.(), "tril: [4] has no matrix; at least two dims are needed."],
  ["x.tril(0.5)", (x) => x.tril?.(0.5), "tril: expected an integer diagonal, got 0.5."],
  ["v.triu()", (_x, v) => v.triu?.(), "triu: [4] has no matrix"],
  ["x.triu('1')", (x) => x.triu?.("1"), "triu: expected an integer diagonal, got 1."],
  ...["softmax", "logSoftmax", "cumsum"].flatMap((name) => [
    [
      `x.${name}(2)`,
      (x) => x[name]?.(2),
      `${name}: there is no dim 2; dims go from -2 to 1.`,
    ] as (typeof rows)[number],
    [`x.${name}()`, (x) => x[name]?.(), `${name}: there is no dim undefined`] as (typeof rows)[number],
  ]),
  ["x.sort(2)", (x) => x.sort?.(2), "sort: there is no dim 2"],
  [
    "x.sort(0, { descending: 1 })",
    (x) => x.sort?.(0, { descending: 1 }),
    "sort: expected true or false for the order, got 1.",
  ],
  ["x.argsort(2)", (x) => x.argsort?.(2), "argsort: there is no dim 2"],
  [
    "x.argsort(0, { descending: 1 })",
    (x) => x.argsort?.(0, { descending: 1 }),
    /argsort: expected true or false/,
  ],
  ["x.topk(4)", (x) => x.topk?.(4), "topk: expected k from 0 to 3, the size of dim 1 of [2, 3], got 4."],
  ["x.topk(1, 2)", (x) => x.topk?.(1, 2), "topk: there is no dim 2"],
  ["x.to('float16')", (x) => x.to?.("float16"), 'to: expected dtype "float64" or "float32", got "float16".'],
  ["x.to()", (x) => x.to?.(), "to: expected dtype"],
  ["x.newFull([2], '1')", (x) => x.newFull?.([2], "1"), 'newFull: expected a number, got "1".'],
  ["x.newFull([-2], 1)", (x) => x.newFull?.([-2], 1), /newFull: a shape holds integers >= 0/],
  [
    "x.dropout(2, random(1))",
    (x) => x.dropout?.(2, random(1)),
    "dropout: expected a probability p from 0 to 1, got 2.",
  ],
  [
    "x.dropout(0.5)",
    (x) => x.dropout?.(0.5),
    "dropout: expected random numbers such as random(1), got undefined.",
  ],

  [
    "tensor([1, 2], { shape: [3] })",
    () => tensor([1, 2], { shape: [3] }),
    "tensor: the shape [3] holds 3 numbers, got 2.",
  ],
  ["tensor([1], { dtype: 'int' })", () => tensor([1], { dtype: "int" as never }), /tensor: expected dtype/],
  [
    "ones([2], { requiresGrad: 1 })",
    () => ones([2], { requiresGrad: 1 as never }),
    "ones: expected true or false for requiresGrad, got 1.",
  ],
  ["ones('2')", () => ones("2" as never), 'ones: expected a shape such as [2, 3], got "2".'],
  ["full([2], null)", () => full([2], null as never), "full: expected a number, got null."],
  ["full([0.5], 1)", () => full([0.5], 1), /full: a shape holds integers >= 0/],
  [
    "arange(0, 1, -1)",
    () => arange(0, 1, -1),
    "arange: expected finite numbers and a step that leads from 0 to 1, got -1.",
  ],
  ["arange(Infinity)", () => arange(Number.POSITIVE_INFINITY), /arange: expected finite numbers/],
  ["eye(-1)", () => eye(-1), /eye: a shape holds integers >= 0/],
  ["eye(2, { dtype: 'f4' })", () => eye(2, { dtype: "f4" as never }), /eye: expected dtype/],
  [
    "rand([2])",
    () => rand([2], undefined as never),
    "rand: expected random numbers such as random(1), got undefined.",
  ],
  ["rand([-2], random(1))", () => rand([-2], random(1)), /rand: a shape holds integers >= 0/],
  [
    "randn([2], Math.random)",
    () => randn([2], Math.random as never),
    /randn: expected random numbers such as random\(1\)/,
  ],
  ["randn([NaN], random(1))", () => randn([Number.NaN], random(1)), /randn: a shape holds integers >= 0/],

  ["x.item()", (x) => x.item?.(), "Tensor.item: the shape is [2, 3], which holds 6 numbers, not one."],
  ["x.backward()", (x) => x.backward?.(), /the shape is \[2, 3\], which is 6 numbers; give a cotangent/],
  [
    "x.backward(v)",
    (x, v) => x.backward?.(v),
    "Tensor.backward: the shape is [2, 3], but that of the cotangent is [4].",
  ],
  ["x.backward([1])", (x) => x.backward?.([1]), /Tensor.backward, cotangent: expected a Tensor or a number/],
  [
    "tensor(1).backward()",
    () => tensor(1).backward(),
    /nothing that this was computed from requires a gradient/,
  ],
  [
    "gradients(x, [x])",
    (x) => gradients(x as never, [x] as never),
    /Tensor.gradients: the shape is \[2, 3\]/,
  ],
  [
    "gradients(s, [2])",
    (_x, _v, s) => gradients(s as never, [2] as never),
    "Tensor.gradients: expected a Tensor or a number, got 2.",
  ],
  [
    "x.square().data = []",
    (x) => Object.assign(x.square?.() as object, { data: [] }),
    "Tensor.data: this Tensor is the result of square; set a leaf's data and compute again.",
  ],
  ["x.data = [1]", (x) => Object.assign(x, { data: [1] }), "Tensor.data: [2, 3] holds 6 numbers, got 1."],
  [
    "x.square().requiresGrad = false",
    (x) => Object.assign(x.square?.() as object, { requiresGrad: false }),
    /this is the result of square; use detach\(\)/,
  ],
  [
    "x.requiresGrad = 1",
    (x) => Object.assign(x, { requiresGrad: 1 }),
    "Tensor.requiresGrad: expected true or false, got 1.",
  ],
  ...networkErrors,
];

it.each(rows)("%s throws one sentence, and nothing has changed", (_call, f, why) => {
  const x = tensor(
    [
      [1, 2, 3],
      [4, 5, 6],
    ],
    { requiresGrad: true },
  );
  const v = tensor([1, 2, 3, 4], { requiresGrad: true });
  const s = tensor(1, { requiresGrad: true });
  x.sum().backward();
  const before = [x, v, s].map(({ data, grad, shape }) => [Array.from(data), grad?.toArray(), shape]);
  expect(() => f(x as never, v as never, s as never)).toThrow(why);
  expect([x, v, s].map(({ data, grad, shape }) => [Array.from(data), grad?.toArray(), shape])).toEqual(
    before,
  );
});

it("every method on shapes has at least two of these tests", () => {
  const names = Object.keys(shapeMethods).filter((name) => {
    const calls = rows.filter(([call]) => call.includes(`${name}(`));
    return calls.length < 2;
  });
  expect(names).toEqual([]);
});
