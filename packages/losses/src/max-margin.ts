import { add, checkOptions, type Scalar, sub, type Tensor, Value } from "@outgrad/engine";
import { type Row, type Rows, rowsOf, shown } from "./operands/lists.js";
import { checkNumbers, sign } from "./operands/numbers.js";
import { areTensors, checkAlike, type Given } from "./operands/shapes.js";
import {
  type LossOptions,
  type Reduced,
  type ReducedTensor,
  type Reduction,
  reduced,
  reductionOf,
} from "./reduction.js";

/**
 * Max-margin (hinge) loss of a two-class score: relu(1 - label · score), by default the mean over samples.
 *
 * scores: one Value or number per sample, or a row of one, as an MLP with one output gives. labels: 1 or -1, as
 * many; Values, such as the arguments of a compiled function, are taken as they are. Or Tensors of one shape. No loss
 * where a score has its label's sign and is at least 1 from 0; exactly at 1 the gradient is 0, as relu's. Gradient:
 * -label, divided by the number of samples for "mean", or 0. Throws if the list is empty, its length or shape differs
 * from the labels', or a number as label is neither 1 nor -1.
 *
 * @example
 * maxMargin([2, 0.5, 1], [1, 1, -1], { reduction: "sum" }).data // => 2.5
 */
export function maxMargin<T extends Tensor, R extends Reduction = "mean">(
  scores: T,
  labels: Tensor,
  options?: LossOptions<R>,
): ReducedTensor<R, T>;
export function maxMargin<R extends Reduction = "mean">(
  scores: Rows,
  labels: Row,
  options?: LossOptions<R>,
): Reduced<R>;
export function maxMargin(scores: Rows | Tensor, labels: Row | Tensor, options: LossOptions = {}) {
  checkOptions("maxMargin", options, ["reduction"]);
  const reduction = reductionOf("maxMargin", options);
  const given: Given<unknown> = { scores, labels };
  if (areTensors("maxMargin", given)) {
    checkAlike("maxMargin", given);
    checkNumbers("maxMargin", "labels", labels, sign, "; 2 * label - 1 turns 0 and 1 into them");
    const agreement = (scores as Tensor).mul(labels as Tensor);
    return reduced(agreement.neg().add(1).relu(), reduction);
  }
  return reduced(marginsOf(scores as Rows, labels as Row), reduction);
}

function marginsOf(scores: Rows, labels: Row): Value[] {
  const rows = rowsOf("maxMargin, scores", scores);
  const width = (rows[0] as Row).length;
  if (width !== 1) throw new RangeError(`maxMargin: expected one score per sample, got rows of ${width}.`);
  if (labels?.length !== rows.length) {
    throw new RangeError(`maxMargin: ${rows.length} scores need as many labels, got ${shown(labels)}.`);
  }
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] !== 1 && labels[i] !== -1 && !(labels[i] instanceof Value)) {
      throw new RangeError(
        `maxMargin: a label is 1 or -1, got ${shown(labels[i])} at ${i}; 2 * label - 1 turns 0 and 1 into them.`,
      );
    }
  }
  return rows.map((row, i) => {
    const score = row[0] as Scalar;
    const label = labels[i] as Scalar;
    if (label instanceof Value) return sub(1, label.mul(score)).relu();
    return (label === 1 ? sub(1, score) : add(1, score)).relu();
  });
}
