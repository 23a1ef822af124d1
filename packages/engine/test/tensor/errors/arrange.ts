import { concat, stack } from "@outgrad/engine";
import type { ErrorRow } from "./row.js";

/** Bad calls of what only moves numbers. */
export const arrangeErrors: readonly ErrorRow[] = [
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
  ["x.transpose(0, 2)", (x) => x.transpose?.(0, 2), "transpose: [2, 3] has no dim 2"],
  ["v.transpose()", (_x, v) => v.transpose?.(), "transpose: [4] has no dim -2; its dims go from -1 to 0."],
  ["x.squeeze(2)", (x) => x.squeeze?.(2), "squeeze: [2, 3] has no dim 2"],
  ["x.squeeze([0, 0])", (x) => x.squeeze?.([0, 0]), "squeeze: dim 0 is in the list [0, 0] twice."],
  ["x.unsqueeze(3)", (x) => x.unsqueeze?.(3), "unsqueeze: a new dim of [2, 3] goes from -3 to 2, got 3."],
  [
    "x.unsqueeze()",
    (x) => x.unsqueeze?.(),
    "unsqueeze: a new dim of [2, 3] goes from -3 to 2, got undefined.",
  ],
  ["x.flatten(1, 0)", (x) => x.flatten?.(1, 0), "flatten: startDim 1 of [2, 3] comes after endDim 0."],
  ["x.flatten(2)", (x) => x.flatten?.(2), "flatten: [2, 3] has no dim 2"],
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
  ["x.flip(2)", (x) => x.flip?.(2), "flip: [2, 3] has no dim 2"],
  ["x.flip([0, -2])", (x) => x.flip?.([0, -2]), "flip: dim 0 is in the list [0, -2] twice."],
  [
    "x.slice(0, 0, 2, 0)",
    (x) => x.slice?.(0, 0, 2, 0),
    "slice: the step is 0, and must be at least 1; flip(dim) reverses.",
  ],
  ["x.slice(0, 0.5)", (x) => x.slice?.(0, 0.5), "slice: expected an integer for start, got 0.5."],
  ["s.slice(0)", (_x, _v, s) => s.slice?.(0), "slice: [] has no dim 0; a single number has no dims."],
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
];
