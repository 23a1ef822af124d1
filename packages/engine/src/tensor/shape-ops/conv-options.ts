import type { Conv, Pair } from "../../kernels/conv/axis.js";
import { checkOptions } from "../../options.js";
import { type Shape, show } from "../shape.js";
import { applyShapeOp } from "../shape-op.js";
import { asImages, checkList, checkTensor, pairOf, type Rank, type Sizes, sizeOfImages } from "../spatial.js";
import type { Tensor } from "../tensor.js";

/** How windows lie: one number for all dims of the image, or one for each. */
export interface ConvOptions {
  /** From window to window; 1 if absent. */
  readonly stride?: Sizes;
  /** Zeros on both sides; "same" for a result as large as x, "valid" for none; 0 if absent. */
  readonly padding?: Sizes | "same" | "valid";
  /** From tap to tap of the kernel; 1 if absent. */
  readonly dilation?: Sizes;
  /** Parts of the channels that do not see each other; 1 if absent. */
  readonly groups?: number;
}

/** How windows of a transposed convolution lie: one number for all dims of the image, or one for each. */
export interface ConvTransposeOptions {
  /** From window to window; 1 if absent. */
  readonly stride?: Sizes;
  /** What is cut off on both sides; 0 if absent. */
  readonly padding?: Sizes;
  /** What is added at the end, since with a stride several sizes would do; 0 if absent. */
  readonly outputPadding?: Sizes;
  /** From tap to tap of the kernel; 1 if absent. */
  readonly dilation?: Sizes;
  /** Parts of the channels that do not see each other; 1 if absent. */
  readonly groups?: number;
}

const both = (f: (dim: 0 | 1) => number): Pair => [f(0), f(1)];

/** A convolution, checked. */
export function convolution(
  where: string,
  rank: Rank,
  x: Tensor,
  weight: Tensor,
  bias: Tensor | undefined,
  options: ConvOptions = {},
): Tensor {
  checkOptions(where, options, ["stride", "padding", "dilation", "groups"]);
  const [images, back] = asImages(where, x, rank);
  const kernels = kernelsOf(where, rank, weight);
  const groups = groupsOf(where, options.groups);
  const [o, channels] = weight.shape as readonly [number, number];
  if (images.shape[1] !== channels * groups) {
    throw new RangeError(
      `${where}: x ${show(x.shape)} has ${images.shape[1]} channels, but the weight ${show(weight.shape)} takes ` +
        `${channels} for each of groups: ${groups}.`,
    );
  }
  if (o % groups !== 0) {
    throw new RangeError(
      `${where}: the ${o} results of the weight ${show(weight.shape)} do not divide into groups: ${groups}.`,
    );
  }
  checkList(where, "bias", bias, o);
  const stride = pairOf(where, "stride", options.stride ?? 1, rank, 1, 1);
  const dilation = pairOf(where, "dilation", options.dilation ?? 1, rank, 1, 1);
  const [input, kernel] = [sizeOfImages(images.shape), sizeOfImages(kernels.shape)];
  const reach = both((dim) => dilation[dim] * (kernel[dim] - 1));
  const { padding = 0 } = options;
  const zeros = zerosOf(where, padding, rank, reach, stride);
  const output = both((dim) =>
    Math.floor((input[dim] + (zeros[dim] as number) - reach[dim] - 1) / stride[dim] + 1),
  );
  checkSize(
    where,
    x.shape,
    output,
    `a kernel of ${show(weight.shape.slice(2))} with this padding and dilation`,
  );
  const before = both((dim) => Math.floor((zeros[dim] as number) / 2));
  const conv: Conv = { stride, padding: before, dilation, groups, input, kernel, output };
  return back(applyShapeOp("conv2d", bias ? [images, kernels, bias] : [images, kernels], conv));
}

/** A transposed convolution, checked: the convolution that it undoes goes from its result to x. */
export function transposed(
  where: string,
  rank: Rank,
  x: Tensor,
  weight: Tensor,
  bias: Tensor | undefined,
  options: ConvTransposeOptions = {},
): Tensor {
  checkOptions(where, options, ["stride", "padding", "outputPadding", "dilation", "groups"]);
  const [images, back] = asImages(where, x, rank);
  const kernels = kernelsOf(where, rank, weight);
  const groups = groupsOf(where, options.groups);
  const [channels, results] = weight.shape as readonly [number, number];
  if (images.shape[1] !== channels) {
    throw new RangeError(
      `${where}: x ${show(x.shape)} has ${images.shape[1]} channels, but the weight ${show(weight.shape)} takes ${channels}.`,
    );
  }
  if (channels % groups !== 0) {
    throw new RangeError(
      `${where}: the ${channels} channels of x ${show(x.shape)} do not divide into groups: ${groups}.`,
    );
  }
  checkList(where, "bias", bias, results * groups);
  const stride = pairOf(where, "stride", options.stride ?? 1, rank, 1, 1);
  const dilation = pairOf(where, "dilation", options.dilation ?? 1, rank, 1, 1);
  const padding = pairOf(where, "padding", options.padding ?? 0, rank, 0, 0);
  const more = pairOf(where, "outputPadding", options.outputPadding ?? 0, rank, 0, 0);
  const most = both((dim) => Math.max(stride[dim], dilation[dim]));
  if (more[0] >= most[0] || more[1] >= most[1]) {
    throw new RangeError(
      `${where}: outputPadding ${show(more.slice(-rank))} must be less than stride or dilation, at most ` +
        `${show(most.slice(-rank).map((size) => size - 1))}.`,
    );
  }
  const [output, kernel] = [sizeOfImages(images.shape), sizeOfImages(kernels.shape)];
  const input = both(
    (dim) =>
      (output[dim] - 1) * stride[dim] - 2 * padding[dim] + dilation[dim] * (kernel[dim] - 1) + more[dim] + 1,
  );
  checkSize(where, x.shape, [Math.min(output[0], input[0]), Math.min(output[1], input[1])], "this padding");
  const conv: Conv = { stride, padding, dilation, groups, input, kernel, output };
  return back(applyShapeOp("convTranspose2d", bias ? [images, kernels, bias] : [images, kernels], conv));
}

/** All zeros around, for each dim. */
function zerosOf(
  where: string,
  padding: Sizes | "same" | "valid",
  rank: Rank,
  reach: Pair,
  stride: Pair,
): Pair {
  if (padding === "valid") return [0, 0];
  if (padding !== "same") {
    const sides = pairOf(where, 'padding, "same" or "valid"', padding, rank, 0, 0);
    return both((dim) => 2 * sides[dim]);
  }
  if (stride[0] !== 1 || stride[1] !== 1) {
    throw new RangeError(
      `${where}: padding "same" needs a stride of 1, got ${show(stride.slice(-rank))}; give the padding in numbers.`,
    );
  }
  return reach;
}

function kernelsOf(where: string, rank: Rank, weight: Tensor): Tensor {
  checkTensor(where, "weight", weight);
  const { shape } = weight;
  if (shape.length !== rank + 2 || shape.includes(0)) {
    throw new RangeError(
      `${where}: expected a weight of ${rank + 2} dims, none of them 0, got the shape ${show(shape)}.`,
    );
  }
  return rank === 2 ? weight : weight.unsqueeze(2);
}

function groupsOf(where: string, groups = 1): number {
  if (Number.isInteger(groups) && groups >= 1) return groups;
  throw new RangeError(`${where}: expected an integer >= 1 as groups, got ${String(groups)}.`);
}

/** Refuses a result without numbers. */
export function checkSize(where: string, shape: Shape, result: Pair, why: string): void {
  const dim = result[1] < 1 ? -1 : result[0] < 1 ? -2 : 0;
  if (dim === 0) return;
  throw new RangeError(
    `${where}: x ${show(shape)} is too small in dim ${dim} for ${why}; nothing would come out.`,
  );
}
