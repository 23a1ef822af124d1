import {
  type ConvTransposeOptions,
  checkOptions,
  convTranspose1d,
  convTranspose2d,
  type Sizes,
  type Tensor,
} from "@outgrad/engine";
import { Convolution, type ConvolutionOptions, type Rank } from "./convolution.js";
import { expectShape } from "./expect.js";
import { layerOptions } from "./options.js";
import { sizesOf } from "./sizes.js";

/** Options of `ConvTranspose1d` and `ConvTranspose2d`. */
export interface ConvTransposeLayerOptions extends ConvolutionOptions {
  /** What is cut off on both sides; 0 by default. */
  readonly padding?: Sizes;
  /** What is added at the end, since with a stride several sizes would do; less than the stride, 0 by default. */
  readonly outputPadding?: Sizes;
}

const names = [
  "stride",
  "padding",
  "outputPadding",
  "dilation",
  "groups",
  "bias",
] satisfies (keyof ConvTransposeLayerOptions)[];

abstract class ConvTranspose extends Convolution {
  readonly padding: readonly number[];
  readonly outputPadding: readonly number[];

  constructor(rank: Rank, ins: number, outs: number, kernelSize: Sizes, options: ConvTransposeLayerOptions) {
    const where = `ConvTranspose${rank}d`;
    // Before a weight is drawn.
    checkOptions(where, options, [...names, ...layerOptions]);
    const padding = sizesOf(where, "padding", options.padding ?? 0, rank, 0);
    const outputPadding = sizesOf(where, "outputPadding", options.outputPadding ?? 0, rank, 0);
    super(where, rank, [ins, outs], kernelSize, options, (groups) => [ins, outs / groups]);
    this.padding = padding;
    this.outputPadding = outputPadding;
  }

  protected options(): ConvTransposeOptions {
    const { stride, padding, outputPadding, dilation, groups } = this;
    return { stride, padding, outputPadding, dilation, groups };
  }

  protected override extraRepr(): string {
    return this.shownOptions({ padding: this.padding, outputPadding: this.outputPadding });
  }
}

/**
 * Each number of a signal times the kernel, added up where they meet: [n, inChannels, l], or [inChannels, l] for one,
 * gives [n, outChannels, l']. torch.nn.ConvTranspose1d; lengths as for the function convTranspose1d.
 *
 * weight is [inChannels, outChannels / groups, kernelSize], bias [outChannels]; both begin evenly spread in ±1 / √f,
 * f = outChannels / groups · kernelSize.
 */
export class ConvTranspose1d extends ConvTranspose {
  constructor(
    inChannels: number,
    outChannels: number,
    kernelSize: Sizes,
    options: ConvTransposeLayerOptions = {},
  ) {
    super(1, inChannels, outChannels, kernelSize, options);
  }

  /** [n, inChannels, l] to [n, outChannels, l']; without n for one signal. */
  forward(x: Tensor): Tensor {
    expectShape("ConvTranspose1d.forward", "x", x, ...this.images());
    return convTranspose1d(x, this.weight, this.bias, this.options());
  }
}

/**
 * Each number of images times the kernel, added up where they meet: [n, inChannels, h, w], or [inChannels, h, w] for
 * one, gives [n, outChannels, h', w']. torch.nn.ConvTranspose2d; sizes as for the function convTranspose2d.
 *
 * weight is [inChannels, outChannels / groups, kernel height, kernel width], bias [outChannels]; both begin evenly
 * spread in ±1 / √f, f = outChannels / groups · kernel height · kernel width.
 *
 * @example
 * const twice = new ConvTranspose2d(3, 1, 2, { stride: 2 });
 * twice.forward(zeros([1, 3, 5, 5])).shape // => [1, 1, 10, 10]
 */
export class ConvTranspose2d extends ConvTranspose {
  constructor(
    inChannels: number,
    outChannels: number,
    kernelSize: Sizes,
    options: ConvTransposeLayerOptions = {},
  ) {
    super(2, inChannels, outChannels, kernelSize, options);
  }

  /** [n, inChannels, h, w] to [n, outChannels, h', w']; without n for one image. */
  forward(x: Tensor): Tensor {
    expectShape("ConvTranspose2d.forward", "x", x, ...this.images());
    return convTranspose2d(x, this.weight, this.bias, this.options());
  }
}
