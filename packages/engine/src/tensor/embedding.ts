import { checkOptions } from "../options.js";
import { checkIndices, type IndexLike, readIndices } from "./indices.js";
import { allocateAlone } from "./memory.js";
import { show } from "./shape.js";
import { applyShapeOp } from "./shape-op.js";
import { where } from "./shape-ops/choose.js";
import { checkTensor } from "./spatial.js";
import { dense } from "./strided.js";
import { Tensor } from "./tensor.js";
import { everyRun } from "./tracer.js";

/** Options of embedding. */
export interface EmbeddingOptions {
  /** The row that stands for no word: it gets no gradient. Counted from the end if negative. */
  readonly paddingIdx?: number;
}

/**
 * Rows of a table by their indices: for indices of shape [...] and a weight of [rows, size] the result is [..., size].
 * The gradient of a row is the sum over all places that it went to.
 *
 * @example
 * const weight = tensor([[1, 2], [3, 4], [5, 6]]);
 * embedding([2, 0, 2], weight).toArray() // => [[5, 6], [1, 2], [5, 6]]
 *
 * @throws RangeError if the weight is no matrix, or an index is no row of it.
 */
export function embedding(index: IndexLike, weight: Tensor, options: EmbeddingOptions = {}): Tensor {
  checkOptions("embedding", options, ["paddingIdx"]);
  checkTensor("embedding", "weight", weight);
  if (weight.shape.length !== 2) {
    throw new RangeError(`embedding: expected a weight of shape [rows, size], got ${show(weight.shape)}.`);
  }
  const [rows, size] = weight.shape as readonly [number, number];
  const found = checkIndices("embedding", readIndices("embedding", index), rows, 0);
  // Indices that cannot be looked at are a Tensor.
  const unseen = found.numbers && (index as Tensor).flatten();
  const flat = unseen ? readIndices("embedding", unseen) : { ...found, shape: [found.data.length] };
  const picked = applyShapeOp("indexSelect", [weight], { dim: 0, index: flat });
  const shape = [...found.shape, size];
  const { paddingIdx } = options;
  if (paddingIdx === undefined) return picked.reshape(shape);
  if (!Number.isInteger(paddingIdx) || paddingIdx < -rows || paddingIdx >= rows) {
    throw new RangeError(
      `embedding: paddingIdx is ${String(paddingIdx)}, which is no row of ${show(weight.shape)}.`,
    );
  }
  const padding = paddingIdx < 0 ? paddingIdx + rows : paddingIdx;
  if (unseen) return where(unseen.ne(padding).unsqueeze(1), picked, picked.detach()).reshape(shape);
  const isWord = allocateAlone(weight.dtype, flat.data.length);
  everyRun(() => {
    flat.data.forEach((row, i) => {
      isWord[i] = row === padding ? 0 : 1;
    });
  });
  const mask = new Tensor(dense(isWord, weight.dtype, [isWord.length, 1]));
  return where(mask, picked, picked.detach()).reshape(shape);
}
