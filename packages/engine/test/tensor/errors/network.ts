import * as engine from "@outgrad/engine";
import { type ErrorRow, leaf } from "./row.js";

/** Bad calls of the ops of neural networks. */
export const networkErrors: readonly ErrorRow[] = [
  [
    "x.conv1d(weight) of other channels",
    () => leaf([2, 3, 5]).conv1d(leaf([4, 2, 3])),
    "conv1d: x [2, 3, 5] has 3 channels, but the weight [4, 2, 3] takes 2 for each of groups: 1.",
  ],
  [
    "x.conv1d(weight) of too long a kernel",
    () => leaf([3, 4]).conv1d(leaf([4, 3, 3]), undefined, { dilation: 2 }),
    "conv1d: x [3, 4] is too small in dim -1 for a kernel of [3] with this padding and dilation; nothing would come out.",
  ],
  [
    "x.conv2d(weight) of a matrix",
    () => leaf([2, 3]).conv2d(leaf([4, 3, 3, 3])),
    "conv2d: expected x of shape [n, c, h, w] or [c, h, w], got [2, 3].",
  ],
  [
    "x.conv2d(weight) of 3 dims",
    () => leaf([1, 3, 5, 5]).conv2d(leaf([4, 3, 3])),
    "conv2d: expected a weight of 4 dims, none of them 0, got the shape [4, 3, 3].",
  ],
  [
    "x.conv2d(weight, bias)",
    () => leaf([1, 3, 5, 5]).conv2d(leaf([4, 3, 3, 3]), leaf([3])),
    "conv2d: expected a bias of shape [4], got [3].",
  ],
  [
    "x.conv2d(weight, bias) without Tensors",
    () => leaf([1, 3, 5, 5]).conv2d(leaf([4, 3, 3, 3]), 1 as never),
    "conv2d: expected a Tensor as bias, got 1.",
  ],
  [
    "x.conv2d(undefined)",
    () => leaf([1, 3, 5, 5]).conv2d(undefined as never),
    "conv2d: expected a Tensor as weight, got undefined.",
  ],
  [
    "conv2d(x, weight) with groups",
    () => engine.conv2d(leaf([1, 4, 5, 5]), leaf([3, 2, 3, 3]), undefined, { groups: 2 }),
    "conv2d: the 3 results of the weight [3, 2, 3, 3] do not divide into groups: 2.",
  ],
  [
    "conv2d(x, weight) with half a group",
    () => engine.conv2d(leaf([1, 4, 5, 5]), leaf([3, 2, 3, 3]), undefined, { groups: 0.5 }),
    "conv2d: expected an integer >= 1 as groups, got 0.5.",
  ],
  [
    "conv2d(x, weight) with stride 0",
    () => engine.conv2d(leaf([1, 4, 5, 5]), leaf([3, 4, 3, 3]), undefined, { stride: [1, 0] }),
    "conv2d: expected an integer >= 1 as stride, or 2 of them, got [1, 0].",
  ],
  [
    "conv2d(x, weight) with a padding of words",
    () => engine.conv2d(leaf([1, 4, 5, 5]), leaf([3, 4, 3, 3]), undefined, { padding: "full" as never }),
    'conv2d: expected an integer >= 0 as padding, "same" or "valid", or 2 of them, got "full".',
  ],
  [
    'conv2d(x, weight) with padding "same" and a stride',
    () => engine.conv2d(leaf([1, 4, 5, 5]), leaf([3, 4, 3, 3]), undefined, { padding: "same", stride: 2 }),
    'conv2d: padding "same" needs a stride of 1, got [2, 2]; give the padding in numbers.',
  ],
  [
    "x.convTranspose1d(weight) of other channels",
    () => leaf([2, 3, 5]).convTranspose1d(leaf([4, 2, 3])),
    "convTranspose1d: x [2, 3, 5] has 3 channels, but the weight [4, 2, 3] takes 4.",
  ],
  [
    "x.convTranspose1d(weight) with outputPadding",
    () => leaf([2, 4, 5]).convTranspose1d(leaf([4, 2, 3]), undefined, { outputPadding: 1 }),
    "convTranspose1d: outputPadding [1] must be less than stride or dilation, at most [0].",
  ],
  [
    "x.convTranspose2d(weight) with groups",
    () => leaf([1, 3, 5, 5]).convTranspose2d(leaf([3, 1, 2, 2]), undefined, { groups: 2 }),
    "convTranspose2d: the 3 channels of x [1, 3, 5, 5] do not divide into groups: 2.",
  ],
  [
    "x.convTranspose2d(weight) with much padding",
    () => leaf([1, 3, 2, 5]).convTranspose2d(leaf([3, 1, 2, 2]), undefined, { padding: 2 }),
    "convTranspose2d: x [1, 3, 2, 5] is too small in dim -2 for this padding; nothing would come out.",
  ],
  [
    "x.maxPool1d(9)",
    () => leaf([2, 3, 5]).maxPool1d(9),
    "maxPool1d: x [2, 3, 5] is too small in dim -1 for a window; nothing would come out.",
  ],
  [
    "x.maxPool1d([2, 2])",
    () => leaf([2, 3, 5]).maxPool1d([2, 2]),
    "maxPool1d: expected an integer >= 1 as kernelSize, got [2, 2].",
  ],
  [
    "x.maxPool2d(2) with padding",
    () => leaf([2, 3, 5, 5]).maxPool2d(2, { padding: [0, 2] }),
    "maxPool2d: a padding of [0, 2] is more than half of the kernelSize [2, 2].",
  ],
  [
    "x.maxPool2d(2) with ceilMode 1",
    () => leaf([2, 3, 5, 5]).maxPool2d(2, { ceilMode: 1 as never }),
    "maxPool2d: expected true or false as ceilMode, got 1.",
  ],
  [
    "x.avgPool1d(2)",
    () => leaf([5]).avgPool1d(2),
    "avgPool1d: expected x of shape [n, c, l] or [c, l], got [5].",
  ],
  [
    "x.avgPool1d(1.5)",
    () => leaf([2, 5]).avgPool1d(1.5),
    "avgPool1d: expected an integer >= 1 as kernelSize, got 1.5.",
  ],
  [
    "x.avgPool2d(2) with stride -1",
    () => leaf([2, 3, 5, 5]).avgPool2d(2, { stride: -1 }),
    "avgPool2d: expected an integer >= 1 as stride, or 2 of them, got -1.",
  ],
  [
    "x.avgPool2d([6, 2])",
    () => leaf([2, 5, 5]).avgPool2d([6, 2]),
    "avgPool2d: x [2, 5, 5] is too small in dim -2 for a window; nothing would come out.",
  ],
  [
    "x.adaptiveAvgPool2d(0)",
    () => leaf([2, 5, 5]).adaptiveAvgPool2d(0),
    "adaptiveAvgPool2d: expected an integer >= 1 as outputSize, or 2 of them, got 0.",
  ],
  [
    "x.adaptiveAvgPool2d(1) of nothing",
    () => leaf([2, 0, 5]).adaptiveAvgPool2d(1),
    "adaptiveAvgPool2d: x [2, 0, 5] is too small in dim -2 for windows; nothing would come out.",
  ],
  [
    "layerNorm(x, [2]) of x [2, 3]",
    () => engine.layerNorm(leaf([2, 3]), [2]),
    "layerNorm: x [2, 3] does not end in the normalizedShape [2].",
  ],
  [
    "layerNorm(x, [3]) with a bias of [2]",
    () => engine.layerNorm(leaf([2, 3]), [3], { bias: leaf([2]) }),
    "layerNorm: expected a bias of shape [3], got [2].",
  ],
  [
    "layerNorm(x, 3)",
    () => engine.layerNorm(leaf([2, 3]), 3 as never),
    "layerNorm: x [2, 3] does not end in the normalizedShape 3.",
  ],
  [
    "rmsNorm(x, [3]) with a weight of []",
    () => engine.rmsNorm(leaf([2, 3]), [3], { weight: leaf([]) }),
    "rmsNorm: expected a weight of shape [3], got [].",
  ],
  [
    "rmsNorm(x, [3]) with eps -1",
    () => engine.rmsNorm(leaf([2, 3]), [3], { eps: -1 }),
    "rmsNorm: expected a finite number >= 0 as eps, got -1.",
  ],
  [
    "groupNorm(x, 2) of 3 channels",
    () => engine.groupNorm(leaf([2, 3, 4]), 2),
    "groupNorm: the 3 channels of x [2, 3, 4] do not divide into groups: 2.",
  ],
  [
    "groupNorm(x, 1) of a list",
    () => engine.groupNorm(leaf([2]), 1),
    "groupNorm: expected x of shape [n, c, ...], got [2].",
  ],
  [
    "batchNorm(x) without running numbers",
    () => engine.batchNorm(leaf([2, 3])),
    "batchNorm: runningMean and runningVar are needed when not training; give both, or training: true.",
  ],
  [
    "batchNorm(x) of one number",
    () => engine.batchNorm(leaf([1, 3]), { training: true }),
    "batchNorm: x [1, 3] has one number for each channel, which has no variance; train on more.",
  ],
  [
    "batchNorm(x) with a short runningVar",
    () => engine.batchNorm(leaf([2, 3]), { training: true, runningVar: leaf([2]) }),
    "batchNorm: expected a runningVar of shape [3], got [2].",
  ],
  [
    "batchNorm(x) with momentum 2",
    () => engine.batchNorm(leaf([2, 3]), { training: true, momentum: 2 }),
    "batchNorm: expected a momentum from 0 to 1, or null, got 2.",
  ],
  [
    "batchNorm(x) with a momentum of null alone",
    () => engine.batchNorm(leaf([2, 3]), { training: true, momentum: null }),
    "batchNorm: a momentum of null needs numBatchesTracked, which counts the batches.",
  ],
  [
    "embedding([3], weight)",
    () => engine.embedding([0, 3], leaf([3, 2])),
    "embedding: there is no index 3 in dim 0, which has the size 3.",
  ],
  [
    "embedding([0.5], weight)",
    () => engine.embedding([0.5], leaf([3, 2])),
    "embedding: an index is an integer >= 0, got 0.5 in the index of [1].",
  ],
  [
    "embedding([0], weight) of a list",
    () => engine.embedding([0], leaf([3])),
    "embedding: expected a weight of shape [rows, size], got [3].",
  ],
  [
    "embedding([0], weight) with paddingIdx 3",
    () => engine.embedding([0], leaf([3, 2]), { paddingIdx: 3 }),
    "embedding: paddingIdx is 3, which is no row of [3, 2].",
  ],
  [
    "scaledDotProductAttention(q, k, v) of other features",
    () => engine.scaledDotProductAttention(leaf([2, 3]), leaf([4, 2]), leaf([4, 2])),
    "scaledDotProductAttention: query [2, 3] and key [4, 2] differ in dim -1, their features.",
  ],
  [
    "scaledDotProductAttention(q, k, v) of fewer values",
    () => engine.scaledDotProductAttention(leaf([2, 3]), leaf([4, 3]), leaf([3, 2])),
    "scaledDotProductAttention: key [4, 3] and value [3, 2] differ in dim -2, their number.",
  ],
  [
    "scaledDotProductAttention(q, k, v) of other batches",
    () => engine.scaledDotProductAttention(leaf([2, 1, 3]), leaf([2, 1, 3]), leaf([3, 1, 3])),
    "scaledDotProductAttention, batch: the shapes [2] and [3] do not fit together",
  ],
  [
    "scaledDotProductAttention(q, k, v) with a mask of [3]",
    () => engine.scaledDotProductAttention(leaf([2, 3]), leaf([4, 3]), leaf([4, 2]), { mask: leaf([3]) }),
    /scaledDotProductAttention, mask: the shapes \[3\] and \[2, 4\] do not fit together/,
  ],
  [
    "scaledDotProductAttention(q, k, v) with a mask of numbers",
    () =>
      engine.scaledDotProductAttention(leaf([1, 3]), leaf([2, 3]), leaf([2, 2]), { mask: [1, 0] as never }),
    "scaledDotProductAttention: a mask is a Tensor or holds true and false, got 1.",
  ],
  [
    "scaledDotProductAttention(q, k, v) with dropout",
    () => engine.scaledDotProductAttention(leaf([1, 3]), leaf([2, 3]), leaf([2, 2]), { dropout: 0.1 }),
    "scaledDotProductAttention: dropout needs random numbers, such as random: random(1).",
  ],
];
