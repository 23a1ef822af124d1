import { tensor } from "@outgrad/engine";
import { names, of, type Row, signs } from "./row.js";

const alike = (name: string, first: string, second: string) =>
  `${name}: the shape of ${first} is [2, 3] and that of ${second} is [3, 2]; they must be alike.`;
const rowsBy = (first: string, second: string) =>
  `${first} are 1 by 1 and ${second} 2 by 1 (samples by entries); they must be alike.`;

const ofEntries = Object.entries(names).flatMap<Row>(([name, [first, second]]) => [
  [name, [of(2, 3), name === "hingeEmbedding" ? signs(3, 2) : of(3, 2)], alike(name, first, second)],
  [
    name,
    [of(2), [1, 1]],
    `${name}: ${first} are a Tensor, but ${second} are a list of 2; make a Tensor of it with tensor(...) first.`,
  ],
  [name, [[0.5], [1, 1]], `${name}: ${rowsBy(first, second)}`],
  [name, [[], []], `${name}, ${first}: the list is empty.`],
  [
    name,
    [of(2), signs(2), { reduction: "avg" }],
    `${name}: reduction is "mean", "sum" or "none"; got "avg".`,
  ],
]);

const others: Row[] = [
  ["huber", [of(2), of(2), { delta: 0 }], "huber: delta must be a number above 0, got 0."],
  ["smoothL1", [of(2), of(2), { beta: -1 }], "smoothL1: beta must be a number of at least 0, got -1."],
  [
    "bce",
    [tensor([0.5, 1.5]), of(2)],
    "bce: probabilities must be from 0 to 1, got 1.5 at 1; bceWithLogits takes any score.",
  ],
  ["bce", [tensor([Number.NaN]), of(1)], "bce: probabilities must be from 0 to 1, got NaN at 0;"],
  [
    "bce",
    [
      [[0.5], [-1]],
      [[1], [1]],
    ],
    "bce: probabilities must be from 0 to 1, got -1 at 1, 0;",
  ],
  [
    "bce",
    [of(2, 3), of(2, 3), { weight: of(2) }],
    "bce: the shape of weight is [2], which does not broadcast to [2, 3].",
  ],
  [
    "bceWithLogits",
    [of(2, 3), of(2, 3), { posWeight: of(1, 2, 3) }],
    "bceWithLogits: the shape of posWeight is [1, 2, 3], which does not broadcast to [2, 3].",
  ],
  [
    "bceWithLogits",
    [[[1, 2]], [[1, 0]], { weight: [1, 2, 3] }],
    "bceWithLogits: weight must be as the entries, 1 by 2, or broadcast to them, and is 1 by 3.",
  ],
  ["hingeEmbedding", [of(1), tensor([0])], "hingeEmbedding: labels must be 1 or -1, got 0 at 0."],
  [
    "hingeEmbedding",
    [of(1), of(1), { margin: Number.NaN }],
    "hingeEmbedding: margin must be a finite number, got NaN.",
  ],
  ["poissonNll", [of(1), of(1), { eps: -1 }], "poissonNll: eps must be a number of at least 0, got -1."],
  [
    "gaussianNll",
    [of(2, 3), of(2, 3), of(3)],
    "gaussianNll: the shape of variances is [3], and must be that of the means, [2, 3], or that with the last dim missing or of size 1.",
  ],
  ["gaussianNll", [of(1), of(1)], "gaussianNll: expected variances, got undefined."],
  [
    "cosineEmbedding",
    [
      [1, 2],
      [1, 2],
    ],
    "cosineEmbedding: expected labels, 1 or -1, got undefined.",
  ],
  ["gaussianNll", [of(1), of(1), tensor([-1])], "gaussianNll: variances must be at least 0, got -1 at 0."],
  ["gaussianNll", [of(2, 3), of(3, 2), of(2, 3)], alike("gaussianNll", "means", "targets")],
  ["gaussianNll", [of(1), of(1), of(1), { eps: 0 }], "gaussianNll: eps must be a number above 0, got 0."],
  ["maxMargin", [of(2, 3), signs(3, 2)], alike("maxMargin", "scores", "labels")],
  [
    "maxMargin",
    [of(2), tensor([1, 0])],
    "maxMargin: labels must be 1 or -1, got 0 at 1; 2 * label - 1 turns 0 and 1 into them.",
  ],
  ["softmax", [of(2), 1], "softmax: [2] has no dim 1; its dims go from -1 to 0."],
  ["softmax", [of(2), 0.5], "softmax: [2] has no dim 0.5;"],
  ["logSoftmax", [of(2, 2), 2], "logSoftmax: [2, 2] has no dim 2; its dims go from -2 to 1."],
  ["logSoftmax", [of(2, 2), -3], "logSoftmax: [2, 2] has no dim -3;"],
  ...["nll", "crossEntropy", "multiMargin"].flatMap<Row>((name) => [
    [name, [of(2, 3), [0, 3]], `${name}: with 3 classes, a target is an integer from 0 to 2; got 3.`],
    [
      name,
      [of(2, 3), tensor([0, 0.5])],
      `${name}: with 3 classes, a target is an integer from 0 to 2; got 0.5.`,
    ],
    [name, [of(2, 3), [0]], `${name}: the shape is [2, 3], so the targets must be [2], got [1].`],
    [name, [of(2, 3), [[0], [1]]], `${name}: the shape is [2, 3], so the targets must be [2], got [2, 1].`],
    [
      name,
      [of(2, 3), tensor([[0, 1]])],
      `${name}: the shape is [2, 3], so the targets must be [2], got [1, 2].`,
    ],
    [
      name,
      [of(2, 3), [0, 1], { weight: [1, 2] }],
      `${name}: 3 classes need as many weights, got a list of 2.`,
    ],
    [
      name,
      [of(2, 3), [0, 1], { weight: of(1, 3) }],
      `${name}: 3 classes need as many weights, got a Tensor of [1, 3].`,
    ],
    [
      name,
      [of(2, 3), [0, 1], { weight: [1, 2, -1] }],
      `${name}: a weight is a number of at least 0, got -1 at 2.`,
    ],
    [
      name,
      [of(), [0]],
      `${name}: expected [N, C], [N, C, d1, ...] or [C] with at least one class, got the shape [].`,
    ],
    [name, [[[1, 2]], [0], { weight: [1] }], `${name}: 2 classes need as many weights, got a list of 1.`],
    [
      name,
      [of(2, 3), [0, 1], { reduction: "max" }],
      `${name}: reduction is "mean", "sum" or "none"; got "max".`,
    ],
  ]),
  [
    "nll",
    [of(2, 3, 2), [[0, 1], [0]]],
    "nll: with 3 classes, a target is an integer from 0 to 2; got undefined.",
  ],
  [
    "crossEntropy",
    [of(2, 3), [0, 1], { labelSmoothing: 2 }],
    "crossEntropy: labelSmoothing is from 0 to 1, got 2.",
  ],
  [
    "crossEntropy",
    [of(2, 3), of(2, 3), { ignoreIndex: 1 }],
    "crossEntropy: ignoreIndex is for class indices, and the targets are probabilities.",
  ],
  [
    "multiMargin",
    [of(2, 3), [0, -100]],
    "multiMargin: with 3 classes, a target is an integer from 0 to 2; got -100.",
  ],
  [
    "multiMargin",
    [[1, 2], -100],
    "multiMargin: with 2 classes, a target is an integer from 0 to 1; got -100.",
  ],
  ["multiMargin", [of(2, 3), [0, 1], { p: 3 }], "multiMargin: p is 1 or 2, got 3."],
  [
    "multiMargin",
    [of(2, 3, 1), [[0], [1]]],
    "multiMargin: expected scores [N, C] or [C], got the shape [2, 3, 1].",
  ],
  [
    "cosineSimilarity",
    [of(2, 3), of(2, 2)],
    "cosineSimilarity: a is [2, 3] and b is [2, 2]; the sizes 3 and 2 of dim -1 differ.",
  ],
  ["cosineSimilarity", [of(2), of(2), { dim: 1 }], "cosineSimilarity: [2] has no dim 1."],
  [
    "cosineSimilarity",
    [[1, 2], [1]],
    "cosineSimilarity: a is 1 by 2 and b 1 by 1 (samples by entries); they must be alike.",
  ],
  [
    "cosineEmbedding",
    [of(2, 3), of(2, 3), of(2, 1)],
    "cosineEmbedding: labels must be 1 or -1, got 0.125 at 0.",
  ],
  [
    "cosineEmbedding",
    [of(2, 3), of(2, 3), signs(2, 1)],
    "cosineEmbedding: the vectors are [2, 3], so labels must be [2], got [2, 1].",
  ],
  ["cosineEmbedding", [of(2, 3), of(3, 2), signs(2)], alike("cosineEmbedding", "a", "b")],
  [
    "cosineEmbedding",
    [[[1, 2]], [[1, 2]], [1, 1]],
    "cosineEmbedding: 1 samples need as many labels, got a list of 2.",
  ],
  ["tripletMargin", [of(2, 3), of(2, 3), of(3, 2)], alike("tripletMargin", "anchors", "negatives")],
  [
    "tripletMargin",
    [of(2), of(2), of(2), { p: 0.5 }],
    "tripletMargin: p must be a number of at least 1, got 0.5.",
  ],
  ["tripletMargin", [of(), of(), of()], "tripletMargin: a single number is no vector; give [D] or [N, D]."],
];

/** Operands that do not fit, and options with bad values. */
export const operandErrors: readonly Row[] = [...ofEntries, ...others];
