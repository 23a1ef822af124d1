import { checkOptions, embedding, type IndexLike, type Tensor } from "@outgrad/engine";
import { checkSize } from "../check.js";
import { normal } from "../init/fill.js";
import { Module } from "../module.js";
import { shown } from "../shown.js";
import { type LayerOptions, layerOptions } from "./options.js";
import { Weights } from "./weights.js";

/** Options of `Embedding`. */
export interface EmbeddingLayerOptions extends LayerOptions {
  /** The row that stands for no word: it begins as zeros and gets no gradient. Counted from the end if negative. */
  readonly paddingIdx?: number;
}

/**
 * Rows of a table by their indices. torch.nn.Embedding.
 *
 * weight is [numEmbeddings, embeddingDim], at first from the normal distribution of mean 0 and standard deviation 1.
 *
 * @example
 * const words = new Embedding(1000, 16);
 * words.forward([[3, 1, 4], [1, 5, 9]]).shape // => [2, 3, 16]
 */
export class Embedding extends Module<Tensor> {
  readonly numEmbeddings: number;
  readonly embeddingDim: number;
  readonly paddingIdx: number | undefined;
  readonly weight: Tensor;

  constructor(numEmbeddings: number, embeddingDim: number, options: EmbeddingLayerOptions = {}) {
    super();
    checkOptions("Embedding", options, ["paddingIdx", ...layerOptions]);
    checkSize("Embedding", "numEmbeddings is the number of rows", numEmbeddings);
    checkSize("Embedding", "embeddingDim is the size of a row", embeddingDim);
    this.numEmbeddings = numEmbeddings;
    this.embeddingDim = embeddingDim;
    this.paddingIdx = rowOf(options.paddingIdx, numEmbeddings);
    const weights = new Weights("Embedding", options);
    const shape = [numEmbeddings, embeddingDim];
    const numbers = normal(shape, weights.random);
    const { paddingIdx } = this;
    if (paddingIdx !== undefined) numbers.fill(0, paddingIdx * embeddingDim, (paddingIdx + 1) * embeddingDim);
    this.weight = weights.of(numbers, shape);
  }

  /**
   * For indices of shape [...] the rows [..., embeddingDim]. Indices are a Tensor, nested arrays or an integer array.
   *
   * @throws RangeError for what is no index of a row.
   */
  forward(index: IndexLike): Tensor {
    const { weight, paddingIdx } = this;
    return embedding(index, weight, paddingIdx === undefined ? {} : { paddingIdx });
  }

  protected override extraRepr(): string {
    const padding = this.paddingIdx === undefined ? "" : `, paddingIdx=${this.paddingIdx}`;
    return `${this.numEmbeddings}, ${this.embeddingDim}${padding}`;
  }
}

/** A row counted from 0. */
function rowOf(row: number | undefined, rows: number): number | undefined {
  if (row === undefined) return undefined;
  if (Number.isSafeInteger(row) && row >= -rows && row < rows) return row < 0 ? row + rows : row;
  throw new RangeError(
    `Embedding: paddingIdx is a row, an integer from ${-rows} to ${rows - 1}; got ${shown(row)}.`,
  );
}
