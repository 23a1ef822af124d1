import { checkOptions, type Tensor } from "@outgrad/engine";
import { checkSize } from "../check.js";
import { Module } from "../module.js";
import { checkFlag, checkRange } from "../optim/range.js";
import { shown } from "../shown.js";
import { Dropout } from "./dropout.js";
import { expectShape } from "./expect.js";
import { Linear } from "./linear.js";
import { type AttentionMasks, MultiheadAttention, maskOptions } from "./multihead-attention.js";
import { LayerNorm } from "./norm.js";
import { type LayerOptions, layerOptions } from "./options.js";
import { Weights } from "./weights.js";

/** Options of `TransformerBlock`. */
export interface TransformerBlockOptions extends LayerOptions {
  /** How many features there are between the two linear layers; 2048 by default. */
  readonly dimFeedforward?: number;
  /** The probability of dropout, also of attention's weights; 0.1 by default. */
  readonly dropout?: number;
  /** Between the two linear layers; "relu" by default. */
  readonly activation?: "relu" | "gelu";
  /** Added to variances; 1e-5 by default. */
  readonly layerNormEps?: number;
  /** Whether sequences are [n, l, dModel]; false by default: [l, n, dModel]. */
  readonly batchFirst?: boolean;
  /** Whether each part normalises what goes into it, not what comes out; false by default. */
  readonly normFirst?: boolean;
}

const blockOptions = [
  "dimFeedforward",
  "dropout",
  "activation",
  "layerNormEps",
  "batchFirst",
  "normFirst",
] satisfies (keyof TransformerBlockOptions)[];

/**
 * Attention of a sequence to itself and two linear layers, each added to what went in and normalised: the block that
 * encoders and, with isCausal, decoders are made of. torch.nn.TransformerEncoderLayer, with its names.
 *
 * y = norm1(x + attention(x)), result norm2(y + feedforward(y)); with normFirst y = x + attention(norm1(x)), result
 * y + feedforward(norm2(y)). feedforward(y) = linear2(dropout(activation(linear1(y)))).
 *
 * @example
 * const block = new TransformerBlock(16, 4, { dimFeedforward: 32, batchFirst: true, normFirst: true });
 * block.forward(zeros([2, 7, 16]), { isCausal: true }).shape // => [2, 7, 16]
 */
export class TransformerBlock extends Module<Tensor> {
  readonly selfAttn: MultiheadAttention;
  readonly linear1: Linear;
  readonly dropout: Dropout;
  readonly linear2: Linear;
  readonly norm1: LayerNorm;
  readonly norm2: LayerNorm;
  readonly dropout1: Dropout;
  readonly dropout2: Dropout;
  readonly activation: "relu" | "gelu";
  readonly batchFirst: boolean;
  readonly normFirst: boolean;

  constructor(dModel: number, nhead: number, options: TransformerBlockOptions = {}) {
    super();
    const where = "TransformerBlock";
    checkOptions(where, options, [...blockOptions, ...layerOptions]);
    const { dimFeedforward = 2048, dropout = 0.1, activation = "relu", layerNormEps: eps = 1e-5 } = options;
    const { batchFirst = false, normFirst = false } = options;
    checkSize(where, "dModel is the number of features", dModel);
    checkSize(where, "dimFeedforward is the number of features between the linear layers", dimFeedforward);
    if (activation !== "relu" && activation !== "gelu") {
      throw new TypeError(`${where}: activation is "relu" or "gelu"; got ${shown(activation)}.`);
    }
    checkSize(where, "nhead is the number of heads", nhead);
    if (dModel % nhead !== 0) {
      throw new RangeError(`${where}: nhead must divide dModel; got ${nhead} for ${dModel}.`);
    }
    checkRange(`${where}: dropout`, dropout, 0, 1, "closed");
    checkRange(`${where}: layerNormEps`, eps, 0);
    checkFlag(`${where}: batchFirst`, batchFirst);
    checkFlag(`${where}: normFirst`, normFirst);
    const { random, dtype } = new Weights(where, options);
    const common = { random, dtype };
    this.selfAttn = new MultiheadAttention(dModel, nhead, { ...common, dropout, batchFirst });
    this.linear1 = new Linear(dModel, dimFeedforward, common);
    this.dropout = new Dropout(dropout, { random });
    this.linear2 = new Linear(dimFeedforward, dModel, common);
    this.norm1 = new LayerNorm(dModel, { eps, dtype });
    this.norm2 = new LayerNorm(dModel, { eps, dtype });
    this.dropout1 = new Dropout(dropout, { random });
    this.dropout2 = new Dropout(dropout, { random });
    this.activation = activation;
    this.batchFirst = batchFirst;
    this.normFirst = normFirst;
  }

  /** [l, n, dModel], or [n, l, dModel] with batchFirst, to the same shape. */
  forward(x: Tensor, masks: AttentionMasks = {}): Tensor {
    checkOptions("TransformerBlock.forward", masks, maskOptions);
    const { embedDim } = this.selfAttn;
    const dims = this.batchFirst ? ["n", "l", embedDim] : ["l", "n", embedDim];
    expectShape("TransformerBlock.forward", "x", x, dims);
    if (this.normFirst) {
      const y = x.add(this.#attention(this.norm1.forward(x), masks));
      return y.add(this.#feedforward(this.norm2.forward(y)));
    }
    const y = this.norm1.forward(x.add(this.#attention(x, masks)));
    return this.norm2.forward(y.add(this.#feedforward(y)));
  }

  #attention(x: Tensor, masks: AttentionMasks): Tensor {
    return this.dropout1.forward(this.selfAttn.forward(x, x, x, { ...masks, needWeights: false })[0]);
  }

  #feedforward(x: Tensor): Tensor {
    const inner = this.linear1.forward(x)[this.activation]();
    return this.dropout2.forward(this.linear2.forward(this.dropout.forward(inner)));
  }

  protected override extraRepr(): string {
    return `activation=${this.activation}, normFirst=${this.normFirst}`;
  }
}
