import type { Means, Windows } from "../../kernels/pool.js";
import { shapeOp } from "../entry.js";
import type { Shape } from "../shape.js";
import { applyShapeOp } from "../shape-op.js";
import type { Sizes } from "../spatial.js";
import type { Tensor } from "../tensor.js";
import {
  type AvgPoolOptions,
  adaptiveAvgPool,
  avgPool,
  type MaxPoolOptions,
  maxPool,
} from "./pool-options.js";

/** Windows of images, each made one number. */
export interface PoolMethods {
  /** The greatest number of each window of a signal; see the function maxPool1d. */
  maxPool1d(kernelSize: Sizes, options?: MaxPoolOptions): Tensor;
  /** The greatest number of each window of images; see the function maxPool2d. */
  maxPool2d(kernelSize: Sizes, options?: MaxPoolOptions): Tensor;
  /** The mean of each window of a signal; see the function avgPool1d. */
  avgPool1d(kernelSize: Sizes, options?: AvgPoolOptions): Tensor;
  /** The mean of each window of images; see the function avgPool2d. */
  avgPool2d(kernelSize: Sizes, options?: AvgPoolOptions): Tensor;
  /** Means over that many windows, whatever the size of the images; see the function adaptiveAvgPool2d. */
  adaptiveAvgPool2d(outputSize: Sizes): Tensor;
}

const results = (shapes: readonly Shape[], { output }: Windows): Shape => [
  ...(shapes[0] as Shape).slice(0, 2),
  ...output,
];
const spans = { starts: [0, 1, 3], ends: [2, 3, 4], counts: [3, 2, 3] };
const means: Means = {
  rows: { starts: [0, 2], ends: [2, 3], counts: [2, 1] },
  columns: spans,
  input: [3, 4],
};
const windows: Windows = {
  stride: [2, 1],
  padding: [1, 0],
  dilation: [1, 2],
  kernel: [2, 2],
  input: [4, 4],
  output: [3, 2],
};
const [images, pooled] = [
  [2, 1, 4, 4],
  [2, 1, 3, 2],
];

export const poolOps = {
  maxPool2d: shapeOp<Windows>({
    doc: "The greatest number of each window; the first of several gets the gradient.",
    args: ["x"],
    shape: results,
    vjp: [(g, use) => applyShapeOp("maxPoolScatter2d", [use.input(0).detach(), g], use.options)],
    samples: [{ shapes: [images] as Shape[], options: windows }],
  }),
  maxPoolScatter2d: shapeOp<Windows>({
    doc: "Zeros, with the number of each window added where x is greatest in it.",
    args: ["x", "g"],
    shape: ([x]) => x as Shape,
    vjp: [null, (g, use) => applyShapeOp("maxPoolGather2d", [use.input(0), g], use.options)],
    samples: [{ shapes: [images, pooled] as Shape[], options: windows }],
  }),
  maxPoolGather2d: shapeOp<Windows>({
    doc: "The number of each window that stands where x is greatest in it.",
    args: ["x", "values"],
    shape: results,
    vjp: [null, (g, use) => applyShapeOp("maxPoolScatter2d", [use.input(0), g], use.options)],
    samples: [{ shapes: [images, images] as Shape[], options: windows }],
  }),
  avgPool2d: shapeOp<Means>({
    doc: "The sum of each window, divided by its count.",
    args: ["x"],
    shape: ([x], { rows, columns }) => [
      ...(x as Shape).slice(0, 2),
      rows.starts.length,
      columns.starts.length,
    ],
    vjp: [(g, use) => applyShapeOp("avgPoolSpread2d", [g], use.options)],
    samples: [{ shapes: [[1, 2, 3, 4]], options: means }],
  }),
  avgPoolSpread2d: shapeOp<Means>({
    doc: "The number of each window, divided by its count and added to all places of the window.",
    args: ["g"],
    shape: ([g], { input }) => [...(g as Shape).slice(0, 2), ...input],
    vjp: [(g, use) => applyShapeOp("avgPool2d", [g], use.options)],
    samples: [{ shapes: [[1, 2, 2, 3]], options: means }],
  }),
};

/**
 * The greatest number of each window of a signal: x [n, c, l], or [c, l], gives [n, c, l'].
 *
 * @example
 * maxPool1d(tensor([[1, 5, 2, 3]]), 2).toArray() // => [[5, 3]]
 *
 * @throws as maxPool2d does.
 */
export function maxPool1d(x: Tensor, kernelSize: Sizes, options?: MaxPoolOptions): Tensor {
  return maxPool("maxPool1d", 1, x, kernelSize, options);
}

/**
 * The greatest number of each window of images: torch's max_pool2d. x is [n, c, h, w], or [c, h, w] for one image, the
 * result [n, c, h', w'], h' = floor((h + 2 padding - dilation (kernel - 1) - 1) / stride) + 1, or rounded up with
 * ceilMode. What is outside never wins: a window with nothing inside gives -Infinity. NaN wins over numbers. The first
 * of equal numbers, row by row, gets the whole gradient.
 *
 * @example
 * const x = tensor([[[1, 2, 3], [4, 9, 6]]]);
 * maxPool2d(x, [2, 1]).toArray() // => [[[4, 9, 6]]]
 * maxPool2d(x, 2, { ceilMode: true }).toArray() // => [[[9, 6]]]
 *
 * @throws RangeError if x has other dims, if sizes are no integers, if the padding is more than half of a window, or if
 * nothing would come out, naming the shape.
 */
export function maxPool2d(x: Tensor, kernelSize: Sizes, options?: MaxPoolOptions): Tensor {
  return maxPool("maxPool2d", 2, x, kernelSize, options);
}

/**
 * The mean of each window of a signal: x [n, c, l], or [c, l], gives [n, c, l'].
 *
 * @example
 * avgPool1d(tensor([[1, 5, 2, 3]]), 2, { stride: 1 }).toArray() // => [[3, 3.5, 2.5]]
 *
 * @throws as avgPool2d does.
 */
export function avgPool1d(x: Tensor, kernelSize: Sizes, options?: AvgPoolOptions): Tensor {
  return avgPool("avgPool1d", 1, x, kernelSize, options);
}

/**
 * The mean of each window of images: torch's avg_pool2d. x is [n, c, h, w], or [c, h, w] for one image. What is outside
 * counts as zeros, or not at all with countIncludePad: false; what hangs over the padding never counts.
 *
 * @example
 * avgPool2d(tensor([[[1, 2], [3, 6]]]), 2).toArray() // => [[[3]]]
 *
 * @throws RangeError as maxPool2d does.
 */
export function avgPool2d(x: Tensor, kernelSize: Sizes, options?: AvgPoolOptions): Tensor {
  return avgPool("avgPool2d", 2, x, kernelSize, options);
}

/**
 * Means over [height, width] windows that cover images of any size, or as many in both dims: window i of n along a dim
 * of size s goes from floor(i s / n) to ceil((i + 1) s / n).
 *
 * @example
 * adaptiveAvgPool2d(tensor([[[1, 2, 3], [5, 6, 7]]]), [1, 2]).toArray() // => [[[3.5, 4.5]]]
 *
 * @throws RangeError if x has other dims, or no numbers, or a size is no integer.
 */
export function adaptiveAvgPool2d(x: Tensor, outputSize: Sizes): Tensor {
  return adaptiveAvgPool("adaptiveAvgPool2d", 2, x, outputSize);
}

export const poolMethods = {
  maxPool1d(this: Tensor, kernelSize: Sizes, options?: MaxPoolOptions): Tensor {
    return maxPool1d(this, kernelSize, options);
  },
  maxPool2d(this: Tensor, kernelSize: Sizes, options?: MaxPoolOptions): Tensor {
    return maxPool2d(this, kernelSize, options);
  },
  avgPool1d(this: Tensor, kernelSize: Sizes, options?: AvgPoolOptions): Tensor {
    return avgPool1d(this, kernelSize, options);
  },
  avgPool2d(this: Tensor, kernelSize: Sizes, options?: AvgPoolOptions): Tensor {
    return avgPool2d(this, kernelSize, options);
  },
  adaptiveAvgPool2d(this: Tensor, outputSize: Sizes): Tensor {
    return adaptiveAvgPool2d(this, outputSize);
  },
};
