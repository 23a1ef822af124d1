import type { Standard } from "../kernels/standardize.js";
import { checkOptions } from "../options.js";
import { type Shape, sameShape, show, sizeOf } from "./shape.js";
import { applyShapeOp } from "./shape-op.js";
import { checkList, checkTensor } from "./spatial.js";
import type { Tensor } from "./tensor.js";

/** What follows a normalisation, and what keeps it from dividing by 0. */
export interface NormOptions {
  /** What each number is multiplied by afterwards. */
  readonly weight?: Tensor | undefined;
  /** What is added to each number afterwards. */
  readonly bias?: Tensor | undefined;
  /** Added to the variance; 1e-5 if absent. */
  readonly eps?: number;
}

/** Options of rmsNorm. */
export interface RmsNormOptions {
  /** What each number is multiplied by afterwards. */
  readonly weight?: Tensor | undefined;
  /** Added to the mean square; the distance from 1 to the next number of the dtype if absent. */
  readonly eps?: number;
}

/**
 * Normalises over the last dims, those of `normalizedShape`: (x - mean) / sqrt(variance + eps), the variance divided by
 * n, and then times the weight and plus the bias, which have that shape. torch's layer_norm. In float32 too, means are
 * taken in double. Numbers that are all the same give 0, and a gradient of 0 for x.
 *
 * @example
 * layerNorm(tensor([[1, 3], [5, 5]]), [2], { eps: 1e-12 }).at(1).toArray() // => [0, 0]
 *
 * @throws RangeError if x does not end in that shape, or weight or bias have another, naming both.
 */
export function layerNorm(x: Tensor, normalizedShape: Shape, options: NormOptions = {}): Tensor {
  checkOptions("layerNorm", options, ["weight", "bias", "eps"]);
  const first = trailing("layerNorm", x, normalizedShape);
  checkShaped("layerNorm", "weight", options.weight, normalizedShape);
  checkShaped("layerNorm", "bias", options.bias, normalizedShape);
  return standardize("layerNorm", x, { first: 0, last: first, centered: true, weighs: "rest" }, options);
}

/**
 * Divides by the root of the mean square over the last dims, those of `normalizedShape`: x / sqrt(mean(x²) + eps), and
 * then times the weight, which has that shape. torch's rms_norm.
 *
 * @example
 * rmsNorm(tensor([2, -2, 2, 2]), [4], { eps: 0 }).toArray() // => [1, -1, 1, 1]
 *
 * @throws RangeError as layerNorm does.
 */
export function rmsNorm(x: Tensor, normalizedShape: Shape, options: RmsNormOptions = {}): Tensor {
  checkOptions("rmsNorm", options, ["weight", "eps"]);
  const first = trailing("rmsNorm", x, normalizedShape);
  const { weight, eps = x.dtype === "float64" ? 2 ** -52 : 2 ** -23 } = options;
  checkShaped("rmsNorm", "weight", weight, normalizedShape);
  const rows = { first: 0, last: first, centered: false, weighs: "rest" } as const;
  return standardize("rmsNorm", x, rows, { weight, eps });
}

/**
 * Normalises each of `groups` parts of the channels of each image, x [n, c, ...]: as layerNorm does over all numbers of
 * the part; weight and bias have one number for each channel, [c]. torch's group_norm.
 *
 * @example
 * groupNorm(tensor([[1, 3, 10, 30]]), 2, { eps: 1e-12 }).shape // => [1, 4]
 *
 * @throws RangeError if x has no channels or they do not divide into the groups, or weight or bias are not [c].
 */
export function groupNorm(x: Tensor, groups: number, options: NormOptions = {}): Tensor {
  checkOptions("groupNorm", options, ["weight", "bias", "eps"]);
  const channels = channelsOf("groupNorm", x);
  const { shape } = x;
  if (!Number.isInteger(groups) || groups < 1 || channels % groups !== 0) {
    throw new RangeError(
      `groupNorm: the ${channels} channels of x ${show(shape)} do not divide into groups: ${String(groups)}.`,
    );
  }
  const { weight, bias, eps = 1e-5 } = options;
  checkList("groupNorm", "weight", weight, channels);
  checkList("groupNorm", "bias", bias, channels);
  const parts = x.reshape([shape[0] as number, groups, channels === 0 ? 0 : sizeOf(shape.slice(1)) / groups]);
  const y = standardize("groupNorm", parts, { first: 0, last: 2, centered: true, weighs: "kept" }, { eps });
  return affine(y.reshape(shape), perChannel(weight, shape), perChannel(bias, shape));
}

/** The fused op; a bias without a weight is added afterwards. */
export function standardize(
  where: string,
  x: Tensor,
  options: Omit<Standard, "eps">,
  { weight, bias, eps = 1e-5 }: NormOptions,
): Tensor {
  checkEps(where, eps);
  const all = { ...options, eps };
  if (weight !== undefined) {
    return applyShapeOp("standardize", bias === undefined ? [x, weight] : [x, weight, bias], all);
  }
  const y = applyShapeOp("standardize", [x], all);
  if (bias === undefined) return y;
  return y.add(options.weighs === "kept" ? (perChannel(bias, x.shape) as Tensor) : bias);
}

/** Throws unless it can be added to a variance. */
export function checkEps(where: string, eps: number): void {
  if (Number.isFinite(eps) && eps >= 0) return;
  throw new RangeError(`${where}: expected a finite number >= 0 as eps, got ${String(eps)}.`);
}

/** Times weight, plus bias, as far as there are any. */
export function affine(y: Tensor, weight: Tensor | undefined, bias: Tensor | undefined): Tensor {
  const scaled = weight === undefined ? y : y.mul(weight);
  return bias === undefined ? scaled : scaled.add(bias);
}

/** The first dim of those at the end that have this shape. */
function trailing(where: string, x: Tensor, wanted: Shape): number {
  checkTensor(where, "x", x);
  const { shape } = x;
  const first = shape.length - (wanted?.length ?? 0);
  if (Array.isArray(wanted) && wanted.length > 0 && first >= 0 && sameShape(shape.slice(first), wanted))
    return first;
  const found = Array.isArray(wanted) ? show(wanted) : String(wanted);
  throw new RangeError(`${where}: x ${show(shape)} does not end in the normalizedShape ${found}.`);
}

function checkShaped(where: string, name: string, found: Tensor | undefined, wanted: Shape): void {
  if (found === undefined) return;
  checkTensor(where, name, found);
  if (sameShape(found.shape, wanted)) return;
  throw new RangeError(`${where}: expected a ${name} of shape ${show(wanted)}, got ${show(found.shape)}.`);
}

/** The size of dim 1. */
export function channelsOf(where: string, x: Tensor): number {
  checkTensor(where, "x", x);
  if (x.shape.length >= 2) return x.shape[1] as number;
  throw new RangeError(`${where}: expected x of shape [n, c, ...], got ${show(x.shape)}.`);
}

/** One number for each channel, in a shape that broadcasts. */
export const perChannel = (list: Tensor | undefined, shape: Shape): Tensor | undefined =>
  list?.reshape([list.size, ...shape.slice(2).map(() => 1)]);
