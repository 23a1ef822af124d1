import { isTensor, type Tensor } from "@outgrad/engine";
import type { LossOptions, Reduction } from "../reduction.js";
import { isRow, shown, shownShape } from "./lists.js";

/** Options of the losses of classes. */
export interface ClassOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** One number per class, which multiplies the loss of its samples; "mean" divides by the sum over the samples. */
  weight?: ArrayLike<number> | Tensor;
}

/** Options of the losses that can leave out samples. */
export interface IgnoringOptions<R extends Reduction = Reduction> extends ClassOptions<R> {
  /** The target of samples that do not count: no loss, no gradient, no share in the mean; -100 by default. */
  ignoreIndex?: number;
}

/**
 * Class indices in the shape of the samples: a Tensor of integers, a list of them, or nested lists. While `compile` records
 * Tensors, indices and weights must be Tensors, and may be arguments. Indices that a GPU keeps are not looked at: one that is
 * no class makes the loss NaN.
 */
export type ClassIndices = Tensor | number | ArrayLike<number> | readonly ClassIndices[];

/** The sentence for weights that are not one for each class. */
export const weightsError = (where: string, classes: number, found: unknown): RangeError =>
  new RangeError(`${where}: ${classes} classes need as many weights, got ${shown(found)}.`);

/** The weights of the classes, checked; undefined if there are none. */
export function weightsOf(
  where: string,
  { weight }: ClassOptions,
  classes: number,
): ArrayLike<number> | undefined {
  if (weight === undefined) return undefined;
  const fits = isTensor(weight) ? weight.shape.length === 1 : isRow(weight);
  const numbers = isTensor(weight) ? weight.data : weight;
  if (!fits || numbers.length !== classes) throw weightsError(where, classes, weight);
  const wrong = Array.from(numbers).findIndex((number) => typeof number !== "number" || !(number >= 0));
  if (wrong < 0) return numbers;
  throw new RangeError(
    `${where}: a weight is a number of at least 0, got ${shown(numbers[wrong])} at ${wrong}.`,
  );
}

/** Refuses what is neither the index of a class nor ignored. */
export function checkClass(where: string, found: unknown, classes: number, ignoreIndex?: number): number {
  if (found === ignoreIndex && found !== undefined) return found as number;
  if (Number.isInteger(found) && (found as number) >= 0 && (found as number) < classes)
    return found as number;
  throw new RangeError(
    `${where}: with ${classes} classes, a target is an integer from 0 to ${classes - 1}; got ${shown(found)}.`,
  );
}

/** The dim of the classes: the second of samples, the only one of one sample. */
export function classDim(where: string, { shape }: Tensor): number {
  const dim = Math.min(1, shape.length - 1);
  if (dim >= 0 && shape[dim] !== 0) return dim;
  throw new RangeError(
    `${where}: expected [N, C], [N, C, d1, ...] or [C] with at least one class, got the shape ${shownShape(shape)}.`,
  );
}
