import { type Case, numbers, sizeOf, some } from "./case.js";

type Pair = readonly [number, number];

/** How windows lie. */
interface Lie {
  readonly stride?: Pair;
  readonly padding?: Pair;
  readonly dilation?: Pair;
  readonly groups?: number;
}

/** A convolution of n images: what it gives, and the two gradients. */
export function convolutions(
  n: number,
  channels: number,
  results: number,
  input: Pair,
  kernel: Pair,
  { stride = [1, 1], padding = [0, 0], dilation = [1, 1], groups = 1 }: Lie,
): Case[] {
  const side = (dim: 0 | 1): number =>
    Math.floor((input[dim] + 2 * padding[dim] - dilation[dim] * (kernel[dim] - 1) - 1) / stride[dim] + 1);
  const output = [side(0), side(1)];
  const options = { stride, padding, dilation, groups, input, kernel, output };
  const x = [n, channels, ...input];
  const weight = [results, channels / groups, ...kernel];
  const y = [n, results, ...output];
  return [
    some("conv2d", [x, weight, [results]], options),
    some("conv2d", [x, weight], options),
    some("convTranspose2d", [y, weight], options),
    some("convTranspose2d", [y, weight, [channels]], options),
    some("convWeight2d", [x, y], options, 1e-5),
  ];
}

/** Maxima over windows, and what goes back through them. */
export function maxima(
  planes: Pair,
  input: Pair,
  kernel: Pair,
  options: { stride: Pair; padding: Pair; dilation: Pair; output: Pair },
): Case[] {
  const windows = { ...options, input, kernel };
  const [x, y] = [
    [...planes, ...input],
    [...planes, ...options.output],
  ];
  // Whole numbers, so that there are ties, and some NaN and -Infinity.
  const tied = numbers(sizeOf(x)).map((each, i) =>
    i % 17 === 3 ? Number.NaN : i % 5 === 1 ? -1 / 0 : Math.round(each),
  );
  return [some("maxPool2d", [x], windows), { ...some("maxPool2d", [x], windows), inputs: [tied] }].concat(
    ["maxPoolScatter2d", "maxPoolGather2d"].flatMap((name) => {
      const second = name === "maxPoolScatter2d" ? y : x;
      const plain = some(name, [x, second], windows);
      return [plain, { ...plain, inputs: [tied, plain.inputs[1] as Float32Array] }];
    }),
  );
}

const means = (rows: number[][], columns: number[][], input: Pair): Case[] => {
  const spans = ([starts, ends, counts]: number[][]) => ({ starts, ends, counts });
  const options = { rows: spans(rows), columns: spans(columns), input };
  const output = [(rows[0] as number[]).length, (columns[0] as number[]).length];
  return [
    some("avgPool2d", [[2, 3, ...input]], options),
    some("avgPoolSpread2d", [[2, 3, ...output]], options),
  ];
};

export const convCases: Case[] = [
  ...convolutions(2, 3, 4, [6, 5], [3, 2], {}),
  ...convolutions(2, 4, 6, [7, 8], [3, 3], { padding: [1, 2], stride: [2, 3], dilation: [2, 1], groups: 2 }),
  ...convolutions(1, 3, 3, [5, 5], [2, 2], { groups: 3, padding: [1, 1] }),
  ...convolutions(2, 70, 2, [4, 4], [1, 1], {}),
  ...convolutions(3, 2, 70, [1, 30], [1, 5], { padding: [0, 2], dilation: [1, 2] }),
  // The last rows and columns are in no window.
  ...convolutions(1, 1, 1, [8, 9], [2, 3], { stride: [3, 4] }),
  ...convolutions(9, 1, 2, [12, 12], [3, 3], { padding: [1, 1] }),
  ...maxima([2, 3], [6, 6], [2, 2], { stride: [2, 2], padding: [0, 0], dilation: [1, 1], output: [3, 3] }),
  ...maxima([2, 1], [7, 8], [3, 2], { stride: [2, 1], padding: [1, 1], dilation: [2, 3], output: [3, 7] }),
  // Windows that overlap, that hang over the end, and that have no tap inside.
  ...maxima([1, 2], [5, 5], [3, 3], { stride: [1, 1], padding: [1, 1], dilation: [1, 1], output: [5, 5] }),
  ...maxima([1, 2], [5, 6], [2, 2], { stride: [2, 4], padding: [0, 0], dilation: [1, 1], output: [3, 2] }),
  ...maxima([1, 1], [3, 3], [2, 2], { stride: [2, 2], padding: [1, 1], dilation: [5, 5], output: [1, 1] }),
  ...means(
    [
      [0, 2, 4],
      [2, 4, 5],
      [2, 2, 2],
    ],
    [
      [0, 1, 2, 3],
      [3, 4, 5, 6],
      [3, 3, 3, 3],
    ],
    [5, 6],
  ),
  ...means(
    [
      [0, 1],
      [2, 3],
      [2, 2],
    ],
    [[0], [4], [4]],
    [3, 4],
  ),
  // Some places are in no window.
  ...means(
    [
      [0, 4],
      [1, 5],
      [1, 1],
    ],
    [
      [1, 5],
      [3, 6],
      [2, 2],
    ],
    [6, 7],
  ),
];
