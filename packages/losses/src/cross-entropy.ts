import { type Scalar, sum, type Value } from "@outgrad/engine";
import type { Row, Rows } from "./lists.js";
import type { LossOptions, Reduced, Reduction } from "./reduction.js";
import { shiftedExps } from "./softmax.js";
import { classLoss, classOrProbabilities } from "./targets.js";

/**
 * Cross entropy of logits against classes: -log softmax(logits)[target]; for many rows, by default the mean.
 *
 * logits: one row of Values and numbers and the index of its class; or a list of rows of the same length and a
 * list of as many indices. As torch.nn.functional.cross_entropy. Stable for any finite logits, with 4 nodes per
 * logit, plain numbers included. Gradient: softmax(logits) - onehot(target), divided by the number of rows for
 * "mean".
 *
 * In place of an index, a row of the probabilities of all classes: -Σ p log softmax(logits), where numbers that are 0
 * add nothing. Values among them, such as the arguments of a compiled function, are taken as they are; a row of 0s
 * and one 1 gives the loss of an index.
 *
 * Throws if a list is empty or ragged, an index is not an integer in [0, classes), or probabilities that are numbers
 * are negative or do not add up to 1.
 *
 * @example
 * crossEntropy([[2, -1], [-1, 2]], [0, 1]).data // => 0.04858735...
 */
export function crossEntropy(logits: Row, target: number | Row, options?: LossOptions): Value;
export function crossEntropy<R extends Reduction = "mean">(
  logits: ArrayLike<Row>,
  targets: ArrayLike<number | Row>,
  options?: LossOptions<R>,
): Reduced<R>;
export function crossEntropy(
  logits: Rows,
  targets: number | ArrayLike<Scalar | Row>,
  options: LossOptions = {},
) {
  return classLoss("crossEntropy", logits, targets, options, classOrProbabilities, (row, target) => {
    const { shifted, total } = shiftedExps(row);
    const log = total.log();
    if (typeof target === "number") return log.sub(shifted[target] as Value);
    const terms = shifted.flatMap((logit, i) => weighted(log.sub(logit), target[i] as Scalar));
    return terms.length === 1 ? (terms[0] as Value) : sum(terms);
  });
}

/** A class's share of the loss; none for the number 0, which would make NaN of a loss too large for a float. */
const weighted = (loss: Value, p: Scalar): Value[] => (p === 0 ? [] : [p === 1 ? loss : loss.mul(p)]);
