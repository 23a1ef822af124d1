import type { Tensor } from "@outgrad/engine";
import type { ClassIndices, IgnoringOptions } from "./classes.js";
import { reduced, reductionOf } from "./reduction.js";
import { samplesOf } from "./samples.js";

/**
 * Reads all that a loss of class indices needs, and gives the loss as a function of the log probabilities: nothing is
 * computed before everything is checked. `smoothing` is the share of the target that all classes have in common.
 */
export function classLossOf(
  where: string,
  scores: Tensor,
  dim: number,
  targets: ClassIndices,
  options: IgnoringOptions,
  smoothing = 0,
): (logProbs: Tensor) => Tensor {
  const reduction = reductionOf(where, options);
  const samples = samplesOf(where, scores, dim, targets, options, options.ignoreIndex ?? -100);
  const { kept, weights, total, classWeights } = samples;
  const only = (losses: Tensor): Tensor => (kept ? losses.where(kept, 0) : losses);
  return (logProbs) => {
    const plain = only(samples.pick(logProbs).neg());
    let losses = weights ? plain.mul(weights) : plain;
    if (smoothing > 0) {
      const even = only((classWeights ? logProbs.mul(classWeights) : logProbs).sum(dim).neg());
      losses = losses.mul(1 - smoothing).add(even.mul(smoothing / (scores.shape[dim] as number)));
    }
    if (reduction === "mean" && total !== undefined) return losses.sum().div(total);
    return reduced(losses, reduction) as Tensor;
  };
}
