import * as engine from "@outgrad/engine";

const { ones } = engine;

/** Calls of the ops of neural networks that must fail, with the sentence: rows of errors.test.ts. */
export const networkErrors: readonly (readonly [call: string, f: () => unknown, why: string | RegExp])[] = [
  [
    "x.conv1d(weight) of other channels",
    () => ones([2, 3, 5]).conv1d(ones([4, 2, 3])),
    "conv1d: x [2, 3, 5] has 3 channels, but the weight [4, 2, 3] takes 2 for each of groups: 1.",
  ],
  [
    "x.conv1d(weight) of too long a kernel",
    () => ones([3, 4]).conv1d(ones([4, 3, 3]), undefined, { dilation: 2 }),
    "conv1d: x [3, 4] is too small in dim -1 for a kernel of [3] with this padding and dilation; nothing would come out.",
  ],
  [
    "x.conv2d(weight) of a matrix",
    () => ones([2, 3]).conv2d(ones([4, 3, 3, 3])),
    "conv2d: expected x of shape [n, c, h, w] or [c, h, w], got [2, 3].",
  ],
  [
    "x.conv2d(weight) of 3 dims",
    () => ones([1, 3, 5, 5]).conv2d(ones([4, 3, 3])),
    "conv2d: expected a weight of 4 dims, none of them 0, got the shape [4, 3, 3].",
  ],
  [
    "x.conv2d(weight, bias)",
    () => ones([1, 3, 5, 5]).conv2d(ones([4, 3, 3, 3]), ones([3])),
    "conv2d: expected a bias of shape [4], got [3].",
  ],
  [
    "x.conv2d(weight, bias) without Tensors",
    () => ones([1, 3, 5, 5]).conv2d(ones([4, 3, 3, 3]), 1 as never),
    "conv2d: expected a Tensor as bias, got 1.",
  ],
  [
    "x.conv2d(undefined)",
    () => ones([1, 3, 5, 5]).conv2d(undefined as never),
    "conv2d: expected a Tensor as weight, got undefined.",
  ],
  [
    "conv2d(x, weight) with groups",
    () => engine.conv2d(ones([1, 4, 5, 5]), ones([3, 2, 3, 3]), undefined, { groups: 2 }),
    "conv2d: the 3 results of the weight [3, 2, 3, 3] do not divide into groups: 2.",
  ],
  [
    "conv2d(x, weight) with half a group",
    () => engine.conv2d(ones([1, 4, 5, 5]), ones([3, 2, 3, 3]), undefined, { groups: 0.5 }),
    "conv2d: expected an integer >= 1 as groups, got 0.5.",
  ],
  [
    "conv2d(x, weight) with stride 0",
    () => engine.conv2d(ones([1, 4, 5, 5]), ones([3, 4, 3, 3]), undefined, { stride: [1, 0] }),
    "conv2d: expected an integer >= 1 as stride, or 2 of them, got [1, 0].",
  ],
  [
    "conv2d(x, weight) with a padding of words",
    () => engine.conv2d(ones([1, 4, 5, 5]), ones([3, 4, 3, 3]), undefined, { padding: "full" as never }),
    'conv2d: expected an integer >= 0 as padding, "same" or "valid", or 2 of them, got "full".',
  ],
  [
    'conv2d(x, weight) with padding "same" and a stride',
    () => engine.conv2d(ones([1, 4, 5, 5]), ones([3, 4, 3, 3]), undefined, { padding: "same", stride: 2 }),
    'conv2d: padding "same" needs a stride of 1, got [2, 2]; give the padding in numbers.',
  ],
  [
    "x.convTranspose1d(weight) of other channels",
    () => ones([2, 3, 5]).convTranspose1d(ones([4, 2, 3])),
    "convTranspose1d: x [2, 3, 5] has 3 channels, but the weight [4, 2, 3] takes 4.",
  ],
  [
    "x.convTranspose1d(weight) with outputPadding",
    () => ones([2, 4, 5]).convTranspose1d(ones([4, 2, 3]), undefined, { outputPadding: 1 }),
    "convTranspose1d: outputPadding [1] must be less than stride or dilation, at most [0].",
  ],
  [
    "x.convTranspose2d(weight) with groups",
    () => ones([1, 3, 5, 5]).convTranspose2d(ones([3, 1, 2, 2]), undefined, { groups: 2 }),
    "convTranspose2d: the 3 channels of x [1, 3, 5, 5] do not divide into groups: 2.",
  ],
  [
    "x.convTranspose2d(weight) with much padding",
    () => ones([1, 3, 2, 5]).convTranspose2d(ones([3, 1, 2, 2]), undefined, { padding: 2 }),
    "convTranspose2d: x [1, 3, 2, 5] is too small in dim -2 for this padding; nothing would come out.",
  ],
  [
    "x.maxPool1d(9)",
    () => ones([2, 3, 5]).maxPool1d(9),
    "maxPool1d: x [2, 3, 5] is too small in dim -1 for a window; nothing would come out.",
  ],
  [
    "x.maxPool1d([2, 2])",
    () => ones([2, 3, 5]).maxPool1d([2, 2]),
    "maxPool1d: expected an integer >= 1 as kernelSize, got [2, 2].",
  ],
  [
    "x.maxPool2d(2) with padding",
    () => ones([2, 3, 5, 5]).maxPool2d(2, { padding: [0, 2] }),
    "maxPool2d: a padding of [0, 2] is more than half of the kernelSize [2, 2].",
  ],
  [
    "x.maxPool2d(2) with ceilMode 1",
    () => ones([2, 3, 5, 5]).maxPool2d(2, { ceilMode: 1 as never }),
    "maxPool2d: expected true or false as ceilMode, got 1.",
  ],
  [
    "x.avgPool1d(2)",
    () => ones([5]).avgPool1d(2),
    "avgPool1d: expected x of shape [n, c, l] or [c, l], got [5].",
  ],
  [
    "x.avgPool1d(1.5)",
    () => ones([2, 5]).avgPool1d(1.5),
    "avgPool1d: expected an integer >= 1 as kernelSize, got 1.5.",
  ],
  [
    "x.avgPool2d(2) with stride -1",
    () => ones([2, 3, 5, 5]).avgPool2d(2, { stride: -1 }),
    "avgPool2d: expected an integer >= 1 as stride, or 2 of them, got -1.",
  ],
  [
    "x.avgPool2d([6, 2])",
    () => ones([2, 5, 5]).avgPool2d([6, 2]),
    "avgPool2d: x [2, 5, 5] is too small in dim -2 for a window; nothing would come out.",
  ],
  [
    "x.adaptiveAvgPool2d(0)",
    () => ones([2, 5, 5]).adaptiveAvgPool2d(0),
    "adaptiveAvgPool2d: expected an integer >= 1 as outputSize, or 2 of them, got 0.",
  ],
  [
    "x.adaptiveAvgPool2d(1) of nothing",
    () => ones([2, 0, 5]).adaptiveAvgPool2d(1),
    "adaptiveAvgPool2d: x [2, 0, 5] is too small in dim -2 for windows; nothing would come out.",
  ],
];
