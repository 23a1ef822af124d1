import { checkOptions, type Scalar, type Tensor, type Value } from "@outgrad/engine";
import type { Row } from "./operands/lists.js";
import { checkNumbers, finite, sign, tiny } from "./operands/numbers.js";
import { choose, type Operand } from "./operands/operand.js";
import type { LossOptions, Reduced, ReducedTensor, Reduction } from "./reduction.js";
import { rowwise, type Vector, type Vectors, zip } from "./rowwise.js";

/** Options of `cosineEmbedding`. */
export interface CosineEmbeddingOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** Up to which cosine two unlike vectors cost nothing; 0 by default, from -1 to 1. */
  margin?: number;
}

/**
 * Cosine embedding loss of two vectors: 1 - cos for label 1, max(0, cos - margin) for label -1; by default the mean, as
 * torch.nn.functional.cosine_embedding_loss.
 *
 * a and b: Tensors [N, D] with labels [N], or [D] with a single one; or rows of Values and numbers with a list of labels;
 * of one row and one label the loss is a Value whatever the reduction. Here cos is Σ a b / √((Σ a² + 1e-12) (Σ b² + 1e-12)),
 * which is 0 for a zero vector, with a finite gradient. At cos = margin the gradient is that of cos. Throws if the shapes
 * differ, a list is empty or ragged, or a label is neither 1 nor -1.
 *
 * @example
 * cosineEmbedding(tensor([[3, 4]]), tensor([[4, 3]]), tensor([1])).item() // => 0.04000000...
 */
export function cosineEmbedding<R extends Reduction = "mean">(
  a: Tensor,
  b: Tensor,
  labels: Tensor,
  options?: CosineEmbeddingOptions<R>,
): ReducedTensor<R>;
export function cosineEmbedding(a: Row, b: Row, label: Scalar, options?: CosineEmbeddingOptions): Value;
export function cosineEmbedding<R extends Reduction = "mean">(
  a: ArrayLike<Row>,
  b: ArrayLike<Row>,
  labels: Row,
  options?: CosineEmbeddingOptions<R>,
): Reduced<R>;
export function cosineEmbedding(
  a: Vectors,
  b: Vectors,
  labels: Row | Scalar | Tensor,
  options: CosineEmbeddingOptions = {},
) {
  checkOptions("cosineEmbedding", options, ["margin", "reduction"]);
  const { margin = 0 } = options;
  finite("cosineEmbedding", "margin", margin);
  if (labels === undefined) throw new TypeError("cosineEmbedding: expected labels, 1 or -1, got undefined.");
  checkNumbers("cosineEmbedding", "labels", labels, sign);
  return rowwise(
    "cosineEmbedding",
    { a, b },
    options,
    ({ total }, vectors, label) => {
      type N = NonNullable<typeof label>;
      const [x, y] = vectors as [Vector<N>, Vector<N>];
      const length = (vector: Vector<N>): N => root(total(vector.map((entry) => entry.square())));
      const cos = total(zip(x, y, (p, q) => p.mul(q)))
        .div(length(x))
        .div(length(y));
      return choose((label as N).eq(1), cos.neg().add(1), cos.sub(margin).clamp(0));
    },
    labels,
  );
}

const root = <N extends Operand<N>>(square: N): N => square.add(tiny).sqrt();
