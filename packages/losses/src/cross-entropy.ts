import type { Value } from "@outgrad/engine";
import type { Row, Rows } from "./lists.js";
import type { LossOptions, Reduced, Reduction } from "./reduction.js";
import { shiftedExps } from "./softmax.js";
import { classLoss } from "./targets.js";

/**
 * Cross entropy of logits against class indices: -log softmax(logits)[target]; for many rows, by default the mean.
 *
 * logits: one row of Values and numbers and the index of its class; or a list of rows of the same length and a
 * list of as many indices. As torch.nn.functional.cross_entropy. Stable for any finite logits, with 4 nodes per
 * logit, plain numbers included. Gradient: softmax(logits) - onehot(target), divided by the number of rows for
 * "mean". Throws if a list is empty or ragged or a target is not an integer in [0, classes).
 *
 * @example
 * crossEntropy([[2, -1], [-1, 2]], [0, 1]).data // => 0.04858735...
 */
export function crossEntropy(logits: Row, target: number, options?: LossOptions): Value;
export function crossEntropy<R extends Reduction = "mean">(
  logits: ArrayLike<Row>,
  targets: ArrayLike<number>,
  options?: LossOptions<R>,
): Reduced<R>;
export function crossEntropy(logits: Rows, targets: number | ArrayLike<number>, options: LossOptions = {}) {
  return classLoss("crossEntropy", logits, targets, options, (row, target) => {
    const { shifted, total } = shiftedExps(row);
    return total.log().sub(shifted[target] as Value);
  });
}
