import type { Conv } from "../../kernels/conv/axis.js";
import { shapeOp } from "../entry.js";
import type { Shape } from "../shape.js";
import { applyShapeOp } from "../shape-op.js";
import type { Tensor } from "../tensor.js";
import { type ConvOptions, type ConvTransposeOptions, convolution, transposed } from "./conv-options.js";

/** Convolutions, as neural networks call them: the kernel is not flipped. */
export interface ConvMethods {
  /** Sums over windows of a signal; see the function conv1d. */
  conv1d(weight: Tensor, bias?: Tensor, options?: ConvOptions): Tensor;
  /** Sums over windows of images; see the function conv2d. */
  conv2d(weight: Tensor, bias?: Tensor, options?: ConvOptions): Tensor;
  /** Each number spread over a window of a signal; see the function convTranspose1d. */
  convTranspose1d(weight: Tensor, bias?: Tensor, options?: ConvTransposeOptions): Tensor;
  /** Each number spread over a window of images; see the function convTranspose2d. */
  convTranspose2d(weight: Tensor, bias?: Tensor, options?: ConvTransposeOptions): Tensor;
}

const size = (shape: Shape | undefined, dim: number): number => shape?.[dim] as number;
const overImages = (g: Tensor): Tensor => g.sum([0, 2, 3]);

const plain: Conv = {
  stride: [1, 1],
  padding: [1, 0],
  dilation: [1, 1],
  groups: 1,
  input: [3, 4],
  kernel: [3, 2],
  output: [3, 3],
};
const wide: Conv = {
  stride: [2, 3],
  padding: [1, 2],
  dilation: [2, 1],
  groups: 2,
  input: [5, 6],
  kernel: [2, 3],
  output: [3, 3],
};
const [images, kernel, results] = [
  [2, 2, 3, 4],
  [3, 2, 3, 2],
  [2, 3, 3, 3],
];
const [grouped, kernels, parts] = [
  [1, 4, 5, 6],
  [2, 2, 2, 3],
  [1, 2, 3, 3],
];

// The three are one sum over x, weight and result, which leaves out one of them: so each is the others' gradient.
export const convOps = {
  conv2d: shapeOp<Conv>({
    doc: "Sums over windows of images: x [n, c, h, w] and weight [o, c / groups, kh, kw] give [n, o, h', w'].",
    args: ["x", "weight", "bias"],
    shape: ([x, weight], { output }) => [size(x, 0), size(weight, 0), ...output],
    vjp: [
      (g, use) => applyShapeOp("convTranspose2d", [g, use.input(1)], use.options),
      (g, use) => applyShapeOp("convWeight2d", [use.input(0), g], use.options),
      overImages,
    ],
    samples: [
      { shapes: [images, kernel, [3]] as Shape[], options: plain },
      { shapes: [grouped, kernels] as Shape[], options: wide },
    ],
  }),
  convTranspose2d: shapeOp<Conv>({
    doc: "Each number times the kernel, added up where they meet: what undoes conv2d's windows.",
    args: ["x", "weight", "bias"],
    shape: ([x, weight], { groups, input }) => [size(x, 0), size(weight, 1) * groups, ...input],
    vjp: [
      (g, use) => applyShapeOp("conv2d", [g, use.input(1)], use.options),
      (g, use) => applyShapeOp("convWeight2d", [g, use.input(0)], use.options),
      overImages,
    ],
    samples: [
      { shapes: [results, kernel, [2]] as Shape[], options: plain },
      { shapes: [parts, kernels] as Shape[], options: wide },
    ],
  }),
  convWeight2d: shapeOp<Conv>({
    doc: "The gradient of conv2d for its weight, of x and that of the result.",
    args: ["x", "g"],
    shape: ([x, g], { groups, kernel }) => [size(g, 1), size(x, 1) / groups, ...kernel],
    vjp: [
      (g, use) => applyShapeOp("convTranspose2d", [use.input(1), g], use.options),
      (g, use) => applyShapeOp("conv2d", [use.input(0), g], use.options),
    ],
    samples: [
      { shapes: [images, results] as Shape[], options: plain },
      { shapes: [grouped, parts] as Shape[], options: wide },
    ],
  }),
};

/**
 * Sums over windows of a signal: x [n, c, l], or [c, l] for one, and weight [o, c / groups, k] give [n, o, l'], and a
 * bias of [o] is added. l' = floor((l + 2 padding - dilation (k - 1) - 1) / stride) + 1.
 *
 * @example
 * const x = tensor([[[1, 2, 4, 8]]]);
 * conv1d(x, tensor([[[1, -1]]])).toArray() // => [[[-1, -2, -4]]]
 * conv1d(x, tensor([[[1, 1]]]), tensor([0.5]), { stride: 2 }).toArray() // => [[[3.5, 12.5]]]
 *
 * @throws as conv2d does.
 */
export function conv1d(x: Tensor, weight: Tensor, bias?: Tensor, options?: ConvOptions): Tensor {
  return convolution("conv1d", 1, x, weight, bias, options);
}

/**
 * Sums over windows of images: result [n, o, p, q] is the sum over channels and taps of weight [o, c, i, j] times x at
 * row p stride + i dilation - padding, and column likewise, where x is 0 outside; and a bias of [o] is added. torch's
 * conv2d: x is [n, c, h, w], or [c, h, w] for one image, weight [o, c / groups, kh, kw]; with groups, each part of the
 * channels gives its part of the results. With padding "same" the result is as large as x, with an odd zero at the end.
 *
 * @example
 * const image = tensor([[[1, 2, 3], [4, 5, 6], [7, 8, 9]]]);
 * const weight = tensor([[[[1, 0], [0, 1]]]]);
 * conv2d(image, weight).toArray() // => [[[6, 8], [12, 14]]]
 * conv2d(image, weight, tensor([1]), { padding: "same" }).shape // => [1, 3, 3]
 *
 * @throws RangeError if the channels, the groups or the bias do not fit, or the kernel is larger than the padded image,
 * naming the shapes.
 */
export function conv2d(x: Tensor, weight: Tensor, bias?: Tensor, options?: ConvOptions): Tensor {
  return convolution("conv2d", 2, x, weight, bias, options);
}

/**
 * Each number of a signal times the kernel, added up where they meet: x [n, c, l] and weight [c, o / groups, k] give
 * [n, o, l'], l' = (l - 1) stride - 2 padding + dilation (k - 1) + outputPadding + 1.
 *
 * @example
 * const x = tensor([[[1, 2]]]);
 * convTranspose1d(x, tensor([[[1, 10, 100]]])).toArray() // => [[[1, 12, 120, 200]]]
 *
 * @throws as convTranspose2d does.
 */
export function convTranspose1d(
  x: Tensor,
  weight: Tensor,
  bias?: Tensor,
  options?: ConvTransposeOptions,
): Tensor {
  return transposed("convTranspose1d", 1, x, weight, bias, options);
}

/**
 * Each number of images times the kernel, added up where they meet: the gradient of conv2d for its input, and torch's
 * conv_transpose2d. x is [n, c, h, w], or [c, h, w] for one image, weight [c, o / groups, kh, kw], the result
 * [n, o, h', w'] with h' = (h - 1) stride - 2 padding + dilation (kh - 1) + outputPadding + 1.
 *
 * @example
 * const image = tensor([[[1, 2]]]);
 * convTranspose2d(image, tensor([[[[1, 1]]]]), undefined, { stride: 2 }).toArray() // => [[[1, 1, 2, 2]]]
 *
 * @throws RangeError if the channels, the groups or the bias do not fit, if outputPadding is not less than stride or
 * dilation, or if nothing is left, naming the shapes.
 */
export function convTranspose2d(
  x: Tensor,
  weight: Tensor,
  bias?: Tensor,
  options?: ConvTransposeOptions,
): Tensor {
  return transposed("convTranspose2d", 2, x, weight, bias, options);
}

export const convMethods = {
  conv1d(this: Tensor, weight: Tensor, bias?: Tensor, options?: ConvOptions): Tensor {
    return conv1d(this, weight, bias, options);
  },
  conv2d(this: Tensor, weight: Tensor, bias?: Tensor, options?: ConvOptions): Tensor {
    return conv2d(this, weight, bias, options);
  },
  convTranspose1d(this: Tensor, weight: Tensor, bias?: Tensor, options?: ConvTransposeOptions): Tensor {
    return convTranspose1d(this, weight, bias, options);
  },
  convTranspose2d(this: Tensor, weight: Tensor, bias?: Tensor, options?: ConvTransposeOptions): Tensor {
    return convTranspose2d(this, weight, bias, options);
  },
};
