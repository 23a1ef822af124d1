import { checkOptions, linear, type Tensor } from "@outgrad/engine";
import { checkSize } from "../check.js";
import { Module } from "../module.js";
import { checkFlag } from "../optim/range.js";
import { expectShape } from "./expect.js";
import { type LayerOptions, layerOptions } from "./options.js";
import { Weights } from "./weights.js";

/** Options of `Linear`. */
export interface LinearOptions extends LayerOptions {
  /** Whether a bias is added; true by default. */
  readonly bias?: boolean;
}

/**
 * x weightᵀ + bias, over the last dim of x: [..., inFeatures] gives [..., outFeatures]. torch.nn.Linear.
 *
 * weight is [outFeatures, inFeatures], bias [outFeatures]; both begin evenly spread in ±1 / √inFeatures.
 *
 * @example
 * const layer = new Linear(3, 2, { seed: 1 });
 * layer.forward(tensor([[1, 2, 3]])).shape // => [1, 2]
 * layer.forward(tensor([1, 2])) // throws Linear.forward: expected x of shape [..., 3], got [2].
 */
export class Linear extends Module<Tensor> {
  readonly inFeatures: number;
  readonly outFeatures: number;
  readonly weight: Tensor;
  readonly bias: Tensor | undefined;

  constructor(inFeatures: number, outFeatures: number, options: LinearOptions = {}) {
    super();
    checkOptions("Linear", options, ["bias", ...layerOptions]);
    checkSize("Linear", "inFeatures is the number of inputs", inFeatures);
    checkSize("Linear", "outFeatures is the number of outputs", outFeatures);
    const { bias = true } = options;
    checkFlag("Linear: bias", bias);
    this.inFeatures = inFeatures;
    this.outFeatures = outFeatures;
    const made = new Weights("Linear", options).affine([outFeatures, inFeatures], outFeatures, bias);
    this.weight = made.weight;
    this.bias = made.bias;
  }

  /** [..., inFeatures] to [..., outFeatures]. */
  forward(x: Tensor): Tensor {
    expectShape("Linear.forward", "x", x, ["...", this.inFeatures]);
    return linear(x, this.weight, this.bias);
  }

  protected override extraRepr(): string {
    return `inFeatures=${this.inFeatures}, outFeatures=${this.outFeatures}, bias=${this.bias !== undefined}`;
  }
}
