import { neg, type Scalar, type Value } from "@outgrad/engine";
import type { Row, Rows } from "./lists.js";
import type { LossOptions, Reduced, Reduction } from "./reduction.js";
import { classIndex, classLoss } from "./targets.js";

/**
 * Negative log likelihood: minus the log probability of the target; for many rows, by default the mean.
 *
 * logProbs: one row of logarithms of probabilities, as `logSoftmax` gives, and the index of its class; or a list
 * of rows of the same length and a list of as many indices. As torch.nn.functional.nll_loss. Gradient: -1 at the
 * target, divided by the number of rows for "mean", and 0 elsewhere. Throws if a list is empty or ragged or a
 * target is not an integer in [0, classes).
 *
 * @example
 * nll([-0.5, -1.5], 1).data // => 1.5
 */
export function nll(logProbs: Row, target: number, options?: LossOptions): Value;
export function nll<R extends Reduction = "mean">(
  logProbs: ArrayLike<Row>,
  targets: ArrayLike<number>,
  options?: LossOptions<R>,
): Reduced<R>;
export function nll(logProbs: Rows, targets: number | ArrayLike<number>, options: LossOptions = {}) {
  return classLoss("nll", logProbs, targets, options, classIndex, (row, target) =>
    neg(row[target] as Scalar),
  );
}
