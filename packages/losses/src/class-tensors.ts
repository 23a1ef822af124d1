import type { Tensor } from "@outgrad/engine";
import type { ClassIndices, IgnoringOptions } from "./operands/classes.js";
import { samplesOf } from "./operands/samples.js";
import { reduced, reductionOf } from "./reduction.js";

/** What the scores of classes are, and which share of the target all classes have in common. */
export type Scores =
  | { readonly are: "logProbs"; readonly smoothing?: 0 }
  | { readonly are: "logits"; readonly smoothing: number };

/** The loss of class indices: minus the log probability of each sample's class. Nothing is computed before everything is checked. */
export function classLossOf(
  where: string,
  scores: Tensor,
  dim: number,
  targets: ClassIndices,
  options: IgnoringOptions,
  { are, smoothing = 0 }: Scores,
): Tensor {
  const reduction = reductionOf(where, options);
  const samples = samplesOf(where, scores, dim, targets, options, options.ignoreIndex ?? -100);
  const { kept, weights, total, classWeights } = samples;
  const only = (losses: Tensor): Tensor => (kept ? losses.where(kept, 0) : losses);
  const logProbs = are === "logits" && smoothing > 0 ? scores.logSoftmax(dim) : scores;
  const picked =
    are === "logits" && smoothing === 0 ? samples.pickLogSoftmax(scores) : samples.pick(logProbs);
  const plain = only(picked.neg());
  let losses = weights ? plain.mul(weights) : plain;
  if (smoothing > 0) {
    const even = only((classWeights ? logProbs.mul(classWeights) : logProbs).sum(dim).neg());
    losses = losses.mul(1 - smoothing).add(even.mul(smoothing / (scores.shape[dim] as number)));
  }
  if (reduction === "mean" && total !== undefined) return losses.sum().div(total);
  return reduced(losses, reduction) as Tensor;
}
