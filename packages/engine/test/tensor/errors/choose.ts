import { linear, matmul, oneHot, where } from "@outgrad/engine";
import { type ErrorRow, leaf, stream } from "./row.js";

/** Bad calls of products, of what chooses, orders or converts. */
export const chooseErrors: readonly ErrorRow[] = [
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
    () => matmul(leaf([2, 1, 3]) as never, leaf([3, 3, 1]) as never),
    /matmul, batch: the shapes \[2\] and \[3\] do not fit/,
  ],
  [
    "x.linear(ones([2, 4]))",
    (x) => linear(x as never, leaf([2, 4])),
    "linear: x is [2, 3], but the weight [2, 4] takes 4 numbers in the last dim.",
  ],
  [
    "x.linear(weight, bias)",
    (x) => x.linear?.(leaf([2, 3]), leaf([3])),
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
      `${name}: [2, 3] has no dim 2; its dims go from -2 to 1.`,
    ] as ErrorRow,
    [`x.${name}()`, (x) => x[name]?.(), `${name}: [2, 3] has no dim undefined`] as ErrorRow,
  ]),
  [
    "x.logSoftmaxAt(1, [0])",
    (x) => x.logSoftmaxAt?.(1, [0]),
    "logSoftmaxAt: of [2, 3] along dim 1 the index must be [2], got [1].",
  ],
  [
    "x.logSoftmaxAt(1, [0, 3])",
    (x) => x.logSoftmaxAt?.(1, [0, 3]),
    "logSoftmaxAt: there is no index 3 in dim 1, which has the size 3.",
  ],
  ["x.logSoftmaxAt(2, [0])", (x) => x.logSoftmaxAt?.(2, [0]), "logSoftmaxAt: [2, 3] has no dim 2"],
  ["x.sort(2)", (x) => x.sort?.(2), "sort: [2, 3] has no dim 2"],
  [
    "x.sort(0, { descending: 1 })",
    (x) => x.sort?.(0, { descending: 1 }),
    "sort: expected true or false for the order, got 1.",
  ],
  ["x.argsort(2)", (x) => x.argsort?.(2), "argsort: [2, 3] has no dim 2"],
  [
    "x.argsort(0, { descending: 1 })",
    (x) => x.argsort?.(0, { descending: 1 }),
    /argsort: expected true or false/,
  ],
  ["x.topk(4)", (x) => x.topk?.(4), "topk: expected k from 0 to 3, the size of dim 1 of [2, 3], got 4."],
  ["x.topk(1, 2)", (x) => x.topk?.(1, 2), "topk: [2, 3] has no dim 2"],
  ["x.to('float16')", (x) => x.to?.("float16"), 'to: expected dtype "float64" or "float32", got "float16".'],
  ["x.to()", (x) => x.to?.(), "to: expected dtype"],
  ["x.newFull([2], '1')", (x) => x.newFull?.([2], "1"), 'newFull: expected a number, got "1".'],
  ["x.newFull([-2], 1)", (x) => x.newFull?.([-2], 1), /newFull: a shape holds integers >= 0/],
  [
    "x.dropout(2, random(1))",
    (x) => x.dropout?.(2, stream()),
    "dropout: expected a probability p from 0 to 1, got 2.",
  ],
  [
    "x.dropout(0.5)",
    (x) => x.dropout?.(0.5),
    "dropout: expected random numbers such as random(1), got undefined.",
  ],
];
