import { checkOptions, type Tensor, type Value } from "@outgrad/engine";
import type { Row } from "./operands/lists.js";
import { atLeast, finite, flag } from "./operands/numbers.js";
import { type Operand, rootOrZero } from "./operands/operand.js";
import type { LossOptions, Reduced, ReducedTensor, Reduction } from "./reduction.js";
import { rowwise, type Sums, type Vector, type Vectors, zip } from "./rowwise.js";

/** Options of `tripletMargin`. */
export interface TripletMarginOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** How much farther the negative shall be than the positive; 1 by default. */
  margin?: number;
  /** Which norm measures distances: 2 by default, a number of at least 1, or Infinity for the greatest difference. */
  p?: number;
  /** What is added to each difference; 1e-6 by default. */
  eps?: number;
  /** Whether the negative's distance from the positive counts where it is the smaller one; false by default. */
  swap?: boolean;
}

/**
 * Triplet loss: max(0, margin + |anchor - positive| - |anchor - negative|) for each sample, where |v| is the p-norm of
 * v + eps; by default the mean, as torch.nn.functional.triplet_margin_loss.
 *
 * anchors, positives and negatives: Tensors of one shape, the last dim that of the vectors; or rows of Values and numbers;
 * of three rows the loss is a Value whatever the reduction. Equal points have the distance |eps|, so the gradient is
 * finite, and 0 with eps 0. Where the loss is just 0 the gradient is that of the term, and the two distances that `swap`
 * compares share it when they are equal. Throws if the shapes differ, a list is empty or ragged, or p is below 1.
 *
 * @example
 * tripletMargin(tensor([[0, 0]]), tensor([[0, 3]]), tensor([[4, 0]]), { eps: 0, margin: 2 }).item() // => 1
 */
export function tripletMargin<R extends Reduction = "mean">(
  anchors: Tensor,
  positives: Tensor,
  negatives: Tensor,
  options?: TripletMarginOptions<R>,
): ReducedTensor<R>;
export function tripletMargin(
  anchors: Row,
  positives: Row,
  negatives: Row,
  options?: TripletMarginOptions,
): Value;
export function tripletMargin<R extends Reduction = "mean">(
  anchors: ArrayLike<Row>,
  positives: ArrayLike<Row>,
  negatives: ArrayLike<Row>,
  options?: TripletMarginOptions<R>,
): Reduced<R>;
export function tripletMargin(
  anchors: Vectors,
  positives: Vectors,
  negatives: Vectors,
  options: TripletMarginOptions = {},
) {
  checkOptions("tripletMargin", options, ["margin", "p", "eps", "swap", "reduction"]);
  const { margin = 1, p = 2, eps = 1e-6, swap = false } = options;
  flag("tripletMargin", "swap", swap);
  finite("tripletMargin", "margin", margin);
  atLeast("tripletMargin", "p", p, 1);
  atLeast("tripletMargin", "eps", eps, 0);
  return rowwise("tripletMargin", { anchors, positives, negatives }, options, (sums, vectors) => {
    type N = ReturnType<typeof sums.total>;
    const [anchor, positive, negative] = vectors as [Vector<N>, Vector<N>, Vector<N>];
    const distance = (a: Vector<N>, b: Vector<N>): N =>
      norm(
        sums,
        zip(a, b, (x, y) => x.sub(y).add(eps)),
        p,
      );
    const far = distance(anchor, negative);
    const nearest = swap ? far.min(distance(positive, negative)) : far;
    return distance(anchor, positive).add(margin).sub(nearest).clamp(0);
  });
}

function norm<N extends Operand<N>>(sums: Sums<N>, vector: Vector<N>, p: number): N {
  if (p === 2) return rootOrZero(sums.total(vector.map((x) => x.square())), 2);
  const sizes = vector.map((x) => x.abs());
  if (p === Number.POSITIVE_INFINITY) return sums.greatest(sizes);
  return p === 1 ? sums.total(sizes) : rootOrZero(sums.total(sizes.map((x) => x.pow(p))), p);
}
