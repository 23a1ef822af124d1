import type { Pair } from "../../kernels/conv/axis.js";
import type { Means, Spans, Windows } from "../../kernels/pool.js";
import { checkOptions } from "../../options.js";
import { show } from "../shape.js";
import { applyShapeOp } from "../shape-op.js";
import { asImages, pairOf, type Rank, type Sizes, sizeOfImages } from "../spatial.js";
import type { Tensor } from "../tensor.js";
import { checkSize } from "./conv-options.js";

/** How windows lie: one number for all dims of the image, or one for each. */
export interface PoolOptions {
  /** From window to window; the size of a window if absent, so that they lie side by side. */
  readonly stride?: Sizes;
  /** How far the first window begins outside, at most half a window; 0 if absent. */
  readonly padding?: Sizes;
  /** Whether a last window that hangs over the end counts; false if absent. */
  readonly ceilMode?: boolean;
}

/** Options of maxPool1d and maxPool2d. */
export interface MaxPoolOptions extends PoolOptions {
  /** From number to number of a window; 1 if absent. */
  readonly dilation?: Sizes;
}

/** Options of avgPool1d and avgPool2d. */
export interface AvgPoolOptions extends PoolOptions {
  /** Whether what is outside counts, as zeros; true if absent. */
  readonly countIncludePad?: boolean;
}

const both = <T>(f: (dim: 0 | 1) => T): readonly [T, T] => [f(0), f(1)];

/** Maxima over windows, checked. */
export function maxPool(
  where: string,
  rank: Rank,
  x: Tensor,
  size: Sizes,
  options: MaxPoolOptions = {},
): Tensor {
  checkOptions(where, options, ["stride", "padding", "ceilMode", "dilation"]);
  const [images, back] = asImages(where, x, rank);
  const windows = windowsOf(where, rank, x, sizeOfImages(images.shape), size, options);
  return back(applyShapeOp("maxPool2d", [images], windows));
}

/** Means over windows, checked. */
export function avgPool(
  where: string,
  rank: Rank,
  x: Tensor,
  size: Sizes,
  options: AvgPoolOptions = {},
): Tensor {
  checkOptions(where, options, ["stride", "padding", "ceilMode", "countIncludePad"]);
  const [images, back] = asImages(where, x, rank);
  const { countIncludePad = true, stride, padding, ceilMode } = options;
  const input = sizeOfImages(images.shape);
  const windows = windowsOf(where, rank, x, input, size, {
    stride,
    padding,
    ceilMode,
  } as MaxPoolOptions);
  const zeros = flag(where, "countIncludePad", countIncludePad);
  const [rows, columns] = both((dim) => spansOf(windows, dim, zeros));
  return back(applyShapeOp("avgPool2d", [images], { rows, columns, input } satisfies Means));
}

/** Means over as many windows as are asked for, checked. */
export function adaptiveAvgPool(where: string, rank: Rank, x: Tensor, outputSize: Sizes): Tensor {
  const [images, back] = asImages(where, x, rank);
  const input = sizeOfImages(images.shape);
  const output = pairOf(where, "outputSize", outputSize, rank, 1, 1);
  checkSize(where, x.shape, input, "windows");
  const [rows, columns] = both((dim): Spans => {
    const cuts = Array.from({ length: output[dim] }, (_, i) => i);
    const starts = cuts.map((i) => Math.floor((i * input[dim]) / output[dim]));
    const ends = cuts.map((i) => Math.ceil(((i + 1) * input[dim]) / output[dim]));
    return { starts, ends, counts: ends.map((end, i) => end - (starts[i] as number)) };
  });
  return back(applyShapeOp("avgPool2d", [images], { rows, columns, input } satisfies Means));
}

function windowsOf(
  where: string,
  rank: Rank,
  x: Tensor,
  input: Pair,
  size: Sizes,
  options: MaxPoolOptions,
): Windows {
  const kernel = pairOf(where, "kernelSize", size, rank, 1, 1);
  const stride = pairOf(where, "stride", options.stride ?? kernel.slice(-rank), rank, 1, 1);
  const padding = pairOf(where, "padding", options.padding ?? 0, rank, 0, 0);
  const dilation = pairOf(where, "dilation", options.dilation ?? 1, rank, 1, 1);
  const ceil = flag(where, "ceilMode", options.ceilMode ?? false);
  if (2 * padding[0] > kernel[0] || 2 * padding[1] > kernel[1]) {
    throw new RangeError(
      `${where}: a padding of ${show(padding.slice(-rank))} is more than half of the kernelSize ${show(kernel.slice(-rank))}.`,
    );
  }
  const output = both((dim) => {
    const room = input[dim] + 2 * padding[dim] - dilation[dim] * (kernel[dim] - 1) - 1;
    if (!ceil) return Math.floor(room / stride[dim]) + 1;
    const count = Math.ceil(room / stride[dim]) + 1;
    // The last window must begin inside, or in the zeros before.
    return (count - 1) * stride[dim] >= input[dim] + padding[dim] ? count - 1 : count;
  });
  checkSize(where, x.shape, input[0] * input[1] === 0 ? input : output, "a window");
  return { kernel, stride, padding, dilation, input, output };
}

function spansOf({ kernel, stride, padding, input, output }: Windows, dim: 0 | 1, zeros: boolean): Spans {
  const from = Array.from({ length: output[dim] }, (_, p) => p * stride[dim] - padding[dim]);
  const to = from.map((start) => Math.min(start + kernel[dim], input[dim] + padding[dim]));
  const starts = from.map((start) => Math.max(0, start));
  const ends = to.map((end) => Math.min(input[dim], end));
  const [first, last] = zeros ? [from, to] : [starts, ends];
  return { starts, ends, counts: last.map((end, p) => end - (first[p] as number)) };
}

function flag(where: string, name: string, found: unknown): boolean {
  if (typeof found === "boolean") return found;
  throw new TypeError(`${where}: expected true or false as ${name}, got ${String(found)}.`);
}
