import type { Tensor } from "@outgrad/engine";
import { type Classes, type ClassIndices, type IgnoringOptions, readClasses, weightsOf } from "./classes.js";
import { constantLike } from "./operand.js";
import { reduced, reductionOf } from "./reduction.js";

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
  const classes = scores.shape[dim] as number;
  const weights = weightsOf(where, options, classes);
  const found = readClasses(where, scores, dim, targets, options.ignoreIndex ?? -100);
  const { indices, kept, shape } = found;
  return (logProbs) => {
    const only = (losses: Tensor): Tensor =>
      kept ? losses.where(constantLike(scores, kept, shape), 0) : losses;
    let losses = only(gathered(logProbs, dim, found).neg());
    let count: number | undefined;
    if (weights || kept) {
      const own = indices.map((index, i) =>
        kept && kept[i] === 0 ? 0 : ((weights?.[index] ?? 1) as number),
      );
      count = own.reduce((sum, weight) => sum + weight, 0);
      if (weights) losses = losses.mul(constantLike(scores, own, shape));
    }
    if (smoothing > 0) {
      const all = weights ? logProbs.mul(alongClasses(scores, dim, weights)) : logProbs;
      losses = losses.mul(1 - smoothing).sub(only(all.sum(dim)).mul(smoothing / classes));
    }
    if (reduction === "mean" && count !== undefined) return losses.sum().div(count);
    return reduced(losses, reduction) as Tensor;
  };
}

/** The number of each sample's class. */
export function gathered(scores: Tensor, dim: number, { indices, shape }: Classes): Tensor {
  const index = constantLike(scores.detach().to("float64"), indices, shape.toSpliced(dim, 0, 1));
  return scores.gather(dim, index).reshape(shape);
}

/** One number per class, which broadcasts to scores. */
export const alongClasses = (scores: Tensor, dim: number, numbers: ArrayLike<number>): Tensor =>
  constantLike(scores, numbers, [numbers.length, ...scores.shape.slice(dim + 1).map(() => 1)]);
