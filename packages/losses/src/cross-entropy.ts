import { checkOptions, isTensor, type Scalar, sum, type Tensor, type Value } from "@outgrad/engine";
import { classLossOf } from "./class-tensors.js";
import { type ClassIndices, classDim, type IgnoringOptions } from "./operands/classes.js";
import { type Row, type Rows, shown, shownShape } from "./operands/lists.js";
import { classWeightsOf } from "./operands/samples.js";
import { classLoss, classOrProbabilities } from "./operands/targets.js";
import { type Reduced, type ReducedTensor, type Reduction, reductionOf } from "./reduction.js";
import { shiftedExps } from "./softmax.js";

/** Options of `crossEntropy`. */
export interface CrossEntropyOptions<R extends Reduction = Reduction> extends IgnoringOptions<R> {
  /** Which share of the target is spread evenly over all classes; 0 by default, up to 1. */
  labelSmoothing?: number;
}

/**
 * Cross entropy of logits against classes: -log softmax(logits)[target]; for many samples, by default the mean.
 *
 * logits: one row of Values and numbers and the index of its class; or a list of rows of the same length and a
 * list of as many indices. Or a Tensor [N, C] with targets [N], [N, C, d1, ...] with [N, d1, ...], or [C] with a single
 * one; targets are Tensors of integers or (nested) lists. As torch.nn.functional.cross_entropy. Stable for any finite logits,
 * with 4 nodes per logit, plain numbers included. Gradient: softmax(logits) - onehot(target), divided by the number of rows
 * for "mean".
 *
 * In place of an index, the probabilities of all classes: -Σ p log softmax(logits); of Tensors in one of the logits' shape.
 * In rows, numbers that are 0 add nothing, and Values, such as the arguments of a compiled function, are taken as they
 * are; a row of 0s and one 1 gives the loss of an index.
 *
 * Each class's share is multiplied by its weight; for indices "mean" divides by the sum of the samples' weights, so it
 * is NaN if all are ignored, for probabilities by the number of samples.
 *
 * Throws if shapes do not fit, a list is empty or ragged, an index is neither an integer in [0, C) nor ignored, or a row of
 * probabilities that are numbers are negative or do not add up to 1.
 *
 * @example
 * crossEntropy([[2, -1], [-1, 2]], [0, 1]).data // => 0.04858735...
 * crossEntropy(tensor([[2, -1], [-1, 2]]), [0, 1]).item() // => 0.04858735...
 */
export function crossEntropy<R extends Reduction = "mean">(
  logits: Tensor,
  targets: ClassIndices,
  options?: CrossEntropyOptions<R>,
): ReducedTensor<R>;
export function crossEntropy(logits: Row, target: number | Row, options?: CrossEntropyOptions): Value;
export function crossEntropy<R extends Reduction = "mean">(
  logits: ArrayLike<Row>,
  targets: ArrayLike<number | Row>,
  options?: CrossEntropyOptions<R>,
): Reduced<R>;
export function crossEntropy(
  logits: Rows | Tensor,
  targets: ClassIndices | ArrayLike<Scalar | Row>,
  options: CrossEntropyOptions = {},
) {
  checkOptions("crossEntropy", options, ["weight", "ignoreIndex", "labelSmoothing", "reduction"]);
  const { labelSmoothing = 0 } = options;
  if (!(labelSmoothing >= 0 && labelSmoothing <= 1)) {
    throw new RangeError(`crossEntropy: labelSmoothing is from 0 to 1, got ${shown(labelSmoothing)}.`);
  }
  if (isTensor(logits)) return ofTensors(logits, targets as ClassIndices, options, labelSmoothing);
  return classLoss(
    "crossEntropy",
    logits,
    targets as number | ArrayLike<Scalar | Row>,
    options,
    classOrProbabilities,
    (row, target, weights) => {
      const { shifted, total } = shiftedExps(row);
      const log = total.log();
      const lossOf = (i: number): Value => log.sub(shifted[i] as Value);
      if (typeof target === "number" && !weights && labelSmoothing === 0) return lossOf(target);
      const terms = shifted.flatMap((_, i) => {
        const p = typeof target === "number" ? Number(i === target) : (target[i] as Scalar);
        return weighted(lossOf, i, smoothed(p, labelSmoothing, row.length), weights?.[i] ?? 1);
      });
      return sum(terms);
    },
  );
}

/** The class's probability when a share of all is spread evenly. */
function smoothed(p: Scalar, share: number, classes: number): Scalar {
  if (share === 0) return p;
  const even = share / classes;
  return typeof p === "number" ? p * (1 - share) + even : p.mul(1 - share).add(even);
}

/** A class's share of the loss; none for the number 0, which would make NaN of a loss too large for a float. */
function weighted(lossOf: (i: number) => Value, i: number, p: Scalar, weight: number): Value[] {
  const factor = typeof p === "number" ? p * weight : weight === 1 ? p : p.mul(weight);
  if (factor === 0) return [];
  return [factor === 1 ? lossOf(i) : lossOf(i).mul(factor)];
}

function ofTensors(
  logits: Tensor,
  targets: ClassIndices,
  options: CrossEntropyOptions,
  smoothing: number,
): Tensor {
  const dim = classDim("crossEntropy", logits);
  if (isTensor(targets) && shownShape(targets.shape) === shownShape(logits.shape)) {
    return ofProbabilities(logits, dim, targets, options, smoothing);
  }
  return classLossOf("crossEntropy", logits, dim, targets, options, { are: "logits", smoothing });
}

function ofProbabilities(
  logits: Tensor,
  dim: number,
  targets: Tensor,
  options: CrossEntropyOptions,
  smoothing: number,
): Tensor {
  const reduction = reductionOf("crossEntropy", options);
  if (options.ignoreIndex !== undefined) {
    throw new RangeError(
      "crossEntropy: ignoreIndex is for class indices, and the targets are probabilities.",
    );
  }
  const classes = logits.shape[dim] as number;
  const weights = classWeightsOf("crossEntropy", logits, dim, options);
  const even = smoothing === 0 ? targets : targets.mul(1 - smoothing).add(smoothing / classes);
  const shares = weights ? even.mul(weights) : even;
  const each = logits.logSoftmax(dim).mul(shares);
  if (reduction === "none") return each.sum(dim).neg();
  return reduction === "sum" ? each.sum().neg() : each.sum().div(-logits.size / classes);
}
