import { checkOptions, isTensor, type Scalar, sum, type Tensor, type Value } from "@outgrad/engine";
import { type ClassIndices, type ClassOptions, classDim, weightsOf } from "./operands/classes.js";
import { lifted, type Row, type Rows, shown, shownShape } from "./operands/lists.js";
import { finite } from "./operands/numbers.js";
import type { Operand } from "./operands/operand.js";
import { samplesOf } from "./operands/samples.js";
import { classIndex, classLoss } from "./operands/targets.js";
import { type Reduced, type ReducedTensor, type Reduction, reduced, reductionOf } from "./reduction.js";

/** Options of `multiMargin`. */
export interface MultiMarginOptions<R extends Reduction = Reduction> extends ClassOptions<R> {
  /** The power of each term: 1 by default, or 2. */
  p?: 1 | 2;
  /** How much greater the target's score shall be than each other; 1 by default. */
  margin?: number;
}

/**
 * Margin loss of many classes: Σ max(0, margin - x[target] + x[i])^p / C over the C - 1 other classes i; by default the
 * mean, as torch.nn.functional.multi_margin_loss.
 *
 * scores and targets: a Tensor [N, C] with targets [N], or [C] with a single one; or one row of Values and numbers and the
 * index of its class, or a list of rows and a list of indices. Each loss is multiplied by the weight of its class; "mean"
 * divides by the number of samples. Gradient at the margin: 0. Throws if shapes do not fit, a list is empty or ragged, a
 * target is not an integer in [0, C), or p is neither 1 nor 2.
 *
 * @example
 * multiMargin(tensor([[0, 0.25, 0.5, 2]]), [2]).item() // => 0.9375
 */
export function multiMargin<R extends Reduction = "mean">(
  scores: Tensor,
  targets: ClassIndices,
  options?: MultiMarginOptions<R>,
): ReducedTensor<R>;
export function multiMargin(scores: Row, target: number, options?: MultiMarginOptions): Value;
export function multiMargin<R extends Reduction = "mean">(
  scores: ArrayLike<Row>,
  targets: ArrayLike<number>,
  options?: MultiMarginOptions<R>,
): Reduced<R>;
export function multiMargin(scores: Rows | Tensor, targets: ClassIndices, options: MultiMarginOptions = {}) {
  checkOptions("multiMargin", options, ["p", "margin", "weight", "reduction"]);
  const { p = 1, margin = 1 } = options;
  if (p !== 1 && p !== 2) throw new RangeError(`multiMargin: p is 1 or 2, got ${shown(p)}.`);
  finite("multiMargin", "margin", margin);
  const power = <N extends Operand<N>>(term: N): N => (p === 2 ? term.relu().square() : term.relu());
  if (isTensor(scores)) return ofTensors(scores, targets, options, margin, power);
  // No target is NaN: here none is ignored.
  const unweighted = { ...options, weight: undefined as never, ignoreIndex: Number.NaN };
  const list = targets as number | ArrayLike<number>;
  return classLoss("multiMargin", scores, list, unweighted, classIndex, (row, target) => {
    const weight = weightsOf("multiMargin", options, row.length)?.[target] ?? 1;
    const own = lifted(row[target] as Scalar);
    const others = Array.from(row).toSpliced(target, 1);
    const terms = others.map((score) => power(lifted(score).sub(own).add(margin)));
    return sum(terms).mul(weight / row.length);
  });
}

function ofTensors(
  scores: Tensor,
  targets: ClassIndices,
  options: MultiMarginOptions,
  margin: number,
  power: (term: Tensor) => Tensor,
): Tensor {
  const reduction = reductionOf("multiMargin", options);
  const { shape } = scores;
  if (shape.length > 2) {
    throw new RangeError(`multiMargin: expected scores [N, C] or [C], got the shape ${shownShape(shape)}.`);
  }
  const dim = classDim("multiMargin", scores);
  const samples = samplesOf("multiMargin", scores, dim, targets, options);
  const own = samples.pick(scores).unsqueeze(dim);
  const others = samples.onehot().neg().add(1);
  const losses = power(scores.sub(own).add(margin))
    .mul(others)
    .sum(dim)
    .div(shape[dim] as number);
  return reduced(samples.weights ? losses.mul(samples.weights) : losses, reduction) as Tensor;
}
