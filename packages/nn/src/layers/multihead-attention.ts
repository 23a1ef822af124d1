import { checkOptions, linear, type Tensor } from "@outgrad/engine";
import type { Random } from "@outgrad/engine/random";
import { checkSize } from "../check.js";
import { zeros } from "../init/fill.js";
import { xavierUniform } from "../init/xavier.js";
import { Module } from "../module.js";
import { checkFlag, checkRange } from "../optim/range.js";
import { attentionWeights } from "./attend.js";
import { expectShape } from "./expect.js";
import { Linear } from "./linear.js";
import { type LayerOptions, layerOptions } from "./options.js";
import { Weights } from "./weights.js";

/** Options of `MultiheadAttention`. */
export interface MultiheadAttentionOptions extends LayerOptions {
  /** The probability with which a weight is dropped in training; 0 by default. */
  readonly dropout?: number;
  /** Whether the maps of queries, keys, values and results have biases; true by default. */
  readonly bias?: boolean;
  /** Whether sequences are [n, l, embedDim]; false by default: [l, n, embedDim]. Masks and weights are the same for both. */
  readonly batchFirst?: boolean;
}

/** Who must not look at whom. */
export interface AttentionMasks {
  /**
   * [l, s], or [n · numHeads, l, s]: query i does not look at key j where element [i, j] is not 0. So 1 hides, as true
   * does in PyTorch, and so does -Infinity. 0 shows. To add other numbers to the scores use scaledDotProductAttention.
   */
  readonly attnMask?: Tensor;
  /** Of shape [n, s]; nobody looks at key j of sequence i where element [i, j] is not 0, such as `tokens.eq(padding)`. */
  readonly keyPaddingMask?: Tensor;
  /** Whether query i looks only at keys 0 to i; false by default. */
  readonly isCausal?: boolean;
}

/** What `MultiheadAttention` can be told about a call. */
export interface AttentionCall extends AttentionMasks {
  /** Whether the weights are a result too; true by default. */
  readonly needWeights?: boolean;
  /** Whether the weights are the mean over the heads; true by default. */
  readonly averageAttnWeights?: boolean;
}

/** The names of all that a call of attention can be told. */
export const maskOptions = ["attnMask", "keyPaddingMask", "isCausal"] as const;
const callOptions = [...maskOptions, "needWeights", "averageAttnWeights"] as const;

/**
 * Attention with several heads: each looks with its own part of the mapped queries and keys, takes the mean of its part
 * of the mapped values, and another map puts the parts together. torch.nn.MultiheadAttention.
 *
 * in_proj_weight is [3 embedDim, embedDim], the maps of queries, keys and values one after the other, at first evenly
 * spread in ±√(6 / (4 embedDim)); in_proj_bias and out_proj.bias begin as zeros. A query that is shown no key gives
 * out_proj's bias, not NaN as in PyTorch.
 *
 * @example
 * const attention = new MultiheadAttention(8, 2, { batchFirst: true });
 * const x = zeros([3, 5, 8]);
 * const [y, weights] = attention.forward(x, x, x, { isCausal: true });
 * [y.shape, weights?.shape] // => [[3, 5, 8], [3, 5, 5]]
 */
export class MultiheadAttention extends Module<Tensor> {
  readonly embedDim: number;
  readonly numHeads: number;
  readonly dropout: number;
  readonly batchFirst: boolean;
  readonly inProjWeight: Tensor;
  readonly inProjBias: Tensor | undefined;
  readonly outProj: Linear;
  readonly random: Random;

  constructor(embedDim: number, numHeads: number, options: MultiheadAttentionOptions = {}) {
    super();
    const where = "MultiheadAttention";
    checkOptions(where, options, ["dropout", "bias", "batchFirst", ...layerOptions]);
    const { dropout = 0, bias = true, batchFirst = false } = options;
    checkSize(where, "embedDim is the number of features", embedDim);
    checkSize(where, "numHeads is the number of heads", numHeads);
    if (embedDim % numHeads !== 0) {
      throw new RangeError(`${where}: numHeads must divide embedDim; got ${numHeads} for ${embedDim}.`);
    }
    checkRange(`${where}: dropout`, dropout, 0, 1, "closed");
    checkFlag(`${where}: bias`, bias);
    checkFlag(`${where}: batchFirst`, batchFirst);
    this.embedDim = embedDim;
    this.numHeads = numHeads;
    this.dropout = dropout;
    this.batchFirst = batchFirst;
    const weights = new Weights(where, options);
    const shape = [3 * embedDim, embedDim];
    this.inProjWeight = weights.of(xavierUniform(shape, weights.random), shape);
    this.inProjBias = bias ? weights.zeros([3 * embedDim]) : undefined;
    this.outProj = new Linear(embedDim, embedDim, { bias, random: weights.random, dtype: weights.dtype });
    if (this.outProj.bias) this.outProj.bias.data = zeros([embedDim]);
    this.random = weights.random;
  }

  /**
   * query is [l, n, embedDim], key and value [s, n, embedDim]; with batchFirst n comes first. Gives the result, in the
   * query's shape, and, unless needWeights is false, the weights, [n, l, s], or [n, numHeads, l, s] if they are not averaged.
   */
  forward(
    query: Tensor,
    key: Tensor,
    value: Tensor,
    call: AttentionCall = {},
  ): [result: Tensor, weights: Tensor | undefined] {
    this.#check(query, key, value, call);
    const { attnMask: scores, keyPaddingMask: keys, isCausal = false } = call;
    const [q, k, v] = this.#mapped(query, key, value) as [Tensor, Tensor, Tensor];
    const seen = attentionWeights(q, k, { keys, scores, isCausal });
    const dropped = this.training && this.dropout > 0;
    const weights = dropped ? seen.dropout(this.dropout, this.random) : seen;
    // [n, heads, l, d] to the query's shape.
    const result = weights.matmul(v).permute(this.batchFirst ? [0, 2, 1, 3] : [2, 0, 1, 3]);
    const y = this.outProj.forward(result.flatten(2));
    const { needWeights = true, averageAttnWeights = true } = call;
    return [y, needWeights ? (averageAttnWeights ? weights.mean(1) : weights) : undefined];
  }

  /** Queries, keys and values, each [n, heads, l, d]. */
  #mapped(query: Tensor, key: Tensor, value: Tensor): Tensor[] {
    const { inProjWeight, inProjBias, embedDim, numHeads, batchFirst } = this;
    return [query, key, value].map((given, i) => {
      const [from, to] = [i * embedDim, (i + 1) * embedDim];
      const x = linear(given, inProjWeight.slice(0, from, to), inProjBias?.slice(0, from, to));
      const heads = x.reshape([...x.shape.slice(0, 2), numHeads, embedDim / numHeads]);
      return heads.permute(batchFirst ? [0, 2, 1, 3] : [1, 2, 0, 3]);
    });
  }

  #check(query: Tensor, key: Tensor, value: Tensor, call: AttentionCall): void {
    const where = "MultiheadAttention.forward";
    checkOptions(where, call, callOptions);
    const {
      attnMask,
      keyPaddingMask,
      isCausal = false,
      needWeights = true,
      averageAttnWeights = true,
    } = call;
    for (const [name, flag] of Object.entries({ isCausal, needWeights, averageAttnWeights })) {
      checkFlag(`${where}: ${name}`, flag);
    }
    const { embedDim, numHeads, batchFirst } = this;
    expectShape(where, "query", query, batchFirst ? ["n", "l", embedDim] : ["l", "n", embedDim]);
    const [n, l] = batchFirst ? [0, 1] : [1, 0];
    const batch = query.shape[n] as number;
    expectShape(where, "key", key, batchFirst ? [batch, "s", embedDim] : ["s", batch, embedDim]);
    expectShape(where, "value", value, key.shape);
    const [queries, keys] = [query.shape[l] as number, key.shape[l] as number];
    if (attnMask !== undefined) {
      expectShape(where, "attnMask", attnMask, [queries, keys], [batch * numHeads, queries, keys]);
    }
    if (keyPaddingMask !== undefined) expectShape(where, "keyPaddingMask", keyPaddingMask, [batch, keys]);
  }

  protected override extraRepr(): string {
    const { embedDim, numHeads, dropout, batchFirst } = this;
    return `${embedDim}, ${numHeads}, dropout=${dropout}, batchFirst=${batchFirst}`;
  }
}
