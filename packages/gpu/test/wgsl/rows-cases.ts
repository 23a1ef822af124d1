import { type Case, infinity, nan, numbers, of, sizeOf, some } from "../kernels/cases/case.js";

const alongs = ["softmax", "logSoftmax"].flatMap((name) => [
  some(name, [[5, 33]], { dim: 1 }),
  some(name, [[2, 3, 1030]], { dim: 2 }),
  some(name, [[40]], { dim: 0 }),
  of(
    name,
    [[4, 32]],
    { dim: 1 },
    Array.from({ length: 128 }, (_, i) => {
      if (i === 40) return nan;
      if (i >= 64 && i < 96) return i === 70 ? infinity : i;
      return i >= 96 ? (i === 99 ? 88 : -infinity) : i * 30;
    }),
  ),
]);
const gradients = ["softmaxGradient", "logSoftmaxGradient"].flatMap((name) => [
  some(
    name,
    [
      [7, 50],
      [7, 50],
    ],
    { dim: 1 },
  ),
  some(
    name,
    [
      [2, 300],
      [2, 300],
    ],
    { dim: 1 },
  ),
]);
const reductions = [
  some("logsumexp", [[6, 40]], { dims: [1], keepdim: false }),
  some("logsumexp", [[3, 8, 9]], { dims: [1, 2], keepdim: false }),
  of(
    "logsumexp",
    [[2, 32]],
    { dims: [1], keepdim: false },
    Array.from({ length: 64 }, (_, i) => (i < 32 ? -infinity : i === 40 ? infinity : 1)),
  ),
  some("var", [[9, 70]], { dims: [1], keepdim: false, correction: 1 }),
  some("var", [[4, 3, 6, 6]], { dims: [0, 2, 3], keepdim: true, correction: 0 }),
];

/** Standardized rows, or channels, of numbers that are `far` from 0. */
function norms(
  shape: readonly number[],
  weighs: "kept" | "rest",
  first: number,
  last: number,
  centered: boolean,
  far = 0,
): Case[] {
  const options = { first, last, centered, eps: 1e-5, weighs };
  const weight = weighs === "kept" ? shape.slice(first, last) : shape.slice(last);
  const x = numbers(sizeOf(shape)).map((each) => far + each);
  const given = (name: string, pattern: string): Case => {
    const plain = some(
      name,
      [...pattern].map((kind) => (kind === "w" ? weight : shape)),
      options,
      1e-5,
    );
    return { ...plain, inputs: plain.inputs.map((input, i) => (pattern[i] === "x" ? x : input)) };
  };
  return [
    given("standardize", "xww"),
    given("standardizeGrad", "gx"),
    given("standardizeGrad", "gxw"),
    given("standardizeWeight", "gx"),
  ];
}

/** Ops on rows that are long enough for workgroups. */
export const rowsCases: readonly Case[] = [
  ...alongs,
  ...gradients,
  ...reductions,
  ...norms([9, 70], "rest", 0, 1, true, 1000),
  ...norms([2, 600], "rest", 0, 1, false),
  ...norms([3, 5, 4, 5], "kept", 1, 2, true),
  ...norms([3, 5, 4, 8], "kept", 1, 2, true, 100),
];
