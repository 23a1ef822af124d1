import { checkOptions, type Tensor } from "@outgrad/engine";
import { type Entries, elementwise } from "./elementwise.js";
import type { Rows } from "./operands/lists.js";
import { checkNumbers, finite, sign } from "./operands/numbers.js";
import { choose } from "./operands/operand.js";
import type { LossOptions, Reduced, ReducedTensor, Reduction } from "./reduction.js";

/** Options of `hingeEmbedding`. */
export interface HingeEmbeddingOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** How far apart what is unlike shall be; 1 by default. */
  margin?: number;
}

/**
 * Hinge embedding loss: a distance x for label 1, max(0, margin - x) for label -1; by default the mean, as
 * torch.nn.functional.hinge_embedding_loss.
 *
 * distances and labels: read as those of `mse`; labels 1 (alike) or -1. Gradient: 1, or -1 up to the margin and on it,
 * divided by the number of entries for "mean". Throws as `mse` does, and for other labels.
 *
 * @example
 * hingeEmbedding(tensor([0.5, 0.25]), tensor([1, -1]), { reduction: "none" }).toArray() // => [0.5, 0.75]
 */
export function hingeEmbedding<T extends Tensor, R extends Reduction = "mean">(
  distances: T,
  labels: Tensor,
  options?: HingeEmbeddingOptions<R>,
): ReducedTensor<R, T>;
export function hingeEmbedding<R extends Reduction = "mean">(
  distances: Rows,
  labels: Rows,
  options?: HingeEmbeddingOptions<R>,
): Reduced<R>;
export function hingeEmbedding(distances: Entries, labels: Entries, options: HingeEmbeddingOptions = {}) {
  checkOptions("hingeEmbedding", options, ["margin", "reduction"]);
  const { margin = 1 } = options;
  finite("hingeEmbedding", "margin", margin);
  checkNumbers("hingeEmbedding", "labels", labels, sign);
  return elementwise("hingeEmbedding", { distances, labels }, {}, options, (x, label) =>
    choose(label.eq(1), x, x.neg().add(margin).clamp(0)),
  );
}
