import { checkOptions, groupNorm, layerNorm, rmsNorm, type Tensor } from "@outgrad/engine";
import { checkSize, checkSizes } from "../check.js";
import { Module } from "../module.js";
import { checkFlag, checkRange } from "../optim/range.js";
import { shown } from "../shown.js";
import { expectShape } from "./expect.js";
import { type LayerOptions, layerOptions } from "./options.js";
import { Weights } from "./weights.js";

/** Options of `RMSNorm`. */
export interface RMSNormLayerOptions extends LayerOptions {
  /** Added to the mean square; by default the distance from 1 to the next number of x's dtype. */
  readonly eps?: number;
  /** Whether there is a weight for each number; true by default. */
  readonly elementwiseAffine?: boolean;
}

/** Options of `LayerNorm`. */
export interface LayerNormLayerOptions extends LayerOptions {
  /** Added to the variance; 1e-5 by default. */
  readonly eps?: number;
  /** Whether there are a weight and a bias for each number; true by default. */
  readonly elementwiseAffine?: boolean;
  /** Whether there is a bias, if there is a weight; true by default. */
  readonly bias?: boolean;
}

/** Options of `GroupNorm`. */
export interface GroupNormLayerOptions extends LayerOptions {
  /** Added to the variance; 1e-5 by default. */
  readonly eps?: number;
  /** Whether there are a weight and a bias for each channel; true by default. */
  readonly affine?: boolean;
}

/**
 * Normalises over the last dims, whose sizes are given: (x - mean) / √(variance + eps), then times weight and plus
 * bias, which have that shape and begin as ones and zeros. torch.nn.LayerNorm.
 *
 * @example
 * new LayerNorm(2, { eps: 0 }).forward(tensor([[1, 3]])).toArray() // => [[-1, 1]]
 */
export class LayerNorm extends Module<Tensor> {
  readonly normalizedShape: readonly number[];
  readonly eps: number;
  readonly weight: Tensor | undefined;
  readonly bias: Tensor | undefined;

  constructor(normalizedShape: number | readonly number[], options: LayerNormLayerOptions = {}) {
    super();
    checkOptions("LayerNorm", options, ["eps", "elementwiseAffine", "bias", ...layerOptions]);
    const { eps = 1e-5, elementwiseAffine = true, bias = true } = options;
    this.normalizedShape = shapeFrom("LayerNorm", normalizedShape);
    checkRange("LayerNorm: eps", eps, 0);
    checkFlag("LayerNorm: elementwiseAffine", elementwiseAffine);
    checkFlag("LayerNorm: bias", bias);
    this.eps = eps;
    const weights = new Weights("LayerNorm", options);
    this.weight = elementwiseAffine ? weights.ones(this.normalizedShape) : undefined;
    this.bias = elementwiseAffine && bias ? weights.zeros(this.normalizedShape) : undefined;
  }

  /** [..., ...normalizedShape] to the same shape. */
  forward(x: Tensor): Tensor {
    expectShape("LayerNorm.forward", "x", x, ["...", ...this.normalizedShape]);
    const { weight, bias, eps } = this;
    return layerNorm(x, this.normalizedShape, { weight, bias, eps });
  }

  protected override extraRepr(): string {
    const { normalizedShape, eps, weight } = this;
    return `${shown(normalizedShape)}, eps=${eps}, elementwiseAffine=${weight !== undefined}`;
  }
}

/**
 * Divides by the root of the mean square over the last dims, whose sizes are given: x / √(mean(x²) + eps), then times
 * weight, which has that shape and begins as ones. torch.nn.RMSNorm.
 *
 * @example
 * new RMSNorm(2).forward(tensor([3, -3])).toArray() // => [1, -1]
 */
export class RMSNorm extends Module<Tensor> {
  readonly normalizedShape: readonly number[];
  readonly eps: number | undefined;
  readonly weight: Tensor | undefined;

  constructor(normalizedShape: number | readonly number[], options: RMSNormLayerOptions = {}) {
    super();
    checkOptions("RMSNorm", options, ["eps", "elementwiseAffine", ...layerOptions]);
    const { eps, elementwiseAffine = true } = options;
    this.normalizedShape = shapeFrom("RMSNorm", normalizedShape);
    if (eps !== undefined) checkRange("RMSNorm: eps", eps, 0);
    checkFlag("RMSNorm: elementwiseAffine", elementwiseAffine);
    this.eps = eps;
    const weights = new Weights("RMSNorm", options);
    this.weight = elementwiseAffine ? weights.ones(this.normalizedShape) : undefined;
  }

  /** [..., ...normalizedShape] to the same shape. */
  forward(x: Tensor): Tensor {
    expectShape("RMSNorm.forward", "x", x, ["...", ...this.normalizedShape]);
    const { eps, weight } = this;
    return rmsNorm(x, this.normalizedShape, eps === undefined ? { weight } : { weight, eps });
  }

  protected override extraRepr(): string {
    const eps = this.eps === undefined ? "" : `, eps=${this.eps}`;
    return `${shown(this.normalizedShape)}${eps}, elementwiseAffine=${this.weight !== undefined}`;
  }
}

/**
 * Normalises each of so many parts of the channels of each image, over all places: (x - mean) / √(variance + eps), then
 * times weight and plus bias, one for each channel, which begin as ones and zeros. torch.nn.GroupNorm.
 *
 * @example
 * new GroupNorm(2, 6).forward(ones([4, 6, 5, 5])).shape // => [4, 6, 5, 5]
 */
export class GroupNorm extends Module<Tensor> {
  readonly numGroups: number;
  readonly numChannels: number;
  readonly eps: number;
  readonly weight: Tensor | undefined;
  readonly bias: Tensor | undefined;

  constructor(numGroups: number, numChannels: number, options: GroupNormLayerOptions = {}) {
    super();
    checkOptions("GroupNorm", options, ["eps", "affine", ...layerOptions]);
    const { eps = 1e-5, affine = true } = options;
    checkSize("GroupNorm", "numGroups is the number of parts of the channels", numGroups);
    checkSize("GroupNorm", "numChannels is the number of channels of x", numChannels);
    if (numChannels % numGroups !== 0) {
      throw new RangeError(
        `GroupNorm: numGroups must divide numChannels; got ${numGroups} for ${numChannels}.`,
      );
    }
    checkRange("GroupNorm: eps", eps, 0);
    checkFlag("GroupNorm: affine", affine);
    this.numGroups = numGroups;
    this.numChannels = numChannels;
    this.eps = eps;
    const weights = new Weights("GroupNorm", options);
    this.weight = affine ? weights.ones([numChannels]) : undefined;
    this.bias = affine ? weights.zeros([numChannels]) : undefined;
  }

  /** [n, numChannels, ...] to the same shape. */
  forward(x: Tensor): Tensor {
    expectShape("GroupNorm.forward", "x", x, ["n", this.numChannels, "..."]);
    const { weight, bias, eps } = this;
    return groupNorm(x, this.numGroups, { weight, bias, eps });
  }

  protected override extraRepr(): string {
    return `${this.numGroups}, ${this.numChannels}, eps=${this.eps}, affine=${this.weight !== undefined}`;
  }
}

function shapeFrom(where: string, found: number | readonly number[]): readonly number[] {
  const shape = typeof found === "number" ? [found] : found;
  checkSizes(where, "normalizedShape gives the last dims' sizes", shape);
  return [...shape];
}
