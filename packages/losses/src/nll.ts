import { checkOptions, isTensor, neg, type Scalar, type Tensor, type Value } from "@outgrad/engine";
import { classLossOf } from "./class-tensors.js";
import { type ClassIndices, classDim, type IgnoringOptions } from "./operands/classes.js";
import type { Row, Rows } from "./operands/lists.js";
import { classIndex, classLoss } from "./operands/targets.js";
import type { Reduced, ReducedTensor, Reduction } from "./reduction.js";

/**
 * Negative log likelihood: minus the log probability of the target; for many samples, by default the mean.
 *
 * logProbs: logarithms of probabilities, as `logSoftmax` gives. As rows of Values and numbers: one row and the index of its
 * class; or a list of rows of the same length and a list of as many indices. As a Tensor [N, C] with targets [N], [N, C, d1,
 * ...] with [N, d1, ...], or [C] with a single one; targets are Tensors of integers or (nested) lists. Each loss is
 * multiplied by the weight of its class, and "mean" divides by the sum of the weights: NaN if all samples are ignored. As
 * torch.nn.functional.nll_loss. Gradient: -1 at the target, divided by the number of samples for "mean", and 0 elsewhere.
 * Throws if shapes do not fit, a list is empty or ragged, or a target is neither an integer in [0, C) nor ignored.
 *
 * @example
 * nll([-0.5, -1.5], 1).data // => 1.5
 * nll(tensor([[-0.5, -1.5], [-0.25, -2]]), [1, 0], { reduction: "none" }).toArray() // => [1.5, 0.25]
 */
export function nll<R extends Reduction = "mean">(
  logProbs: Tensor,
  targets: ClassIndices,
  options?: IgnoringOptions<R>,
): ReducedTensor<R>;
export function nll(logProbs: Row, target: number, options?: IgnoringOptions): Value;
export function nll<R extends Reduction = "mean">(
  logProbs: ArrayLike<Row>,
  targets: ArrayLike<number>,
  options?: IgnoringOptions<R>,
): Reduced<R>;
export function nll(logProbs: Rows | Tensor, targets: ClassIndices, options: IgnoringOptions = {}) {
  checkOptions("nll", options, ["weight", "ignoreIndex", "reduction"]);
  if (isTensor(logProbs)) {
    return classLossOf("nll", logProbs, classDim("nll", logProbs), targets, options, { are: "logProbs" });
  }
  return classLoss(
    "nll",
    logProbs,
    targets as number | ArrayLike<number>,
    options,
    classIndex,
    (row, target, weights) => {
      const loss = neg(row[target] as Scalar);
      return weights ? loss.mul(weights[target] as number) : loss;
    },
  );
}
