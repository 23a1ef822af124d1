import { type ConvOptions, checkOptions, conv1d, conv2d, type Sizes, type Tensor } from "@outgrad/engine";
import { Convolution, type ConvolutionOptions, paddingOf, type Rank } from "./convolution.js";
import { expectShape } from "./expect.js";
import { layerOptions } from "./options.js";
import { sizesOf } from "./sizes.js";

/** Options of `Conv1d` and `Conv2d`. */
export interface ConvLayerOptions extends ConvolutionOptions {
  /** Zeros on both sides; "same" for a result as large as x, "valid" for none; 0 by default. */
  readonly padding?: Sizes | "same" | "valid";
}

const names = ["stride", "padding", "dilation", "groups", "bias"] satisfies (keyof ConvLayerOptions)[];

abstract class Conv extends Convolution {
  readonly padding: readonly number[] | "same" | "valid";

  constructor(rank: Rank, ins: number, outs: number, kernelSize: Sizes, options: ConvLayerOptions) {
    const where = `Conv${rank}d`;
    // Before a weight is drawn.
    checkOptions(where, options, [...names, ...layerOptions]);
    const stride = sizesOf(where, "stride", options.stride ?? 1, rank, 1);
    const padding = paddingOf(where, options.padding ?? 0, stride);
    super(where, rank, [ins, outs], kernelSize, options, (groups) => [outs, ins / groups]);
    this.padding = padding;
  }

  protected options(): ConvOptions {
    const { stride, padding, dilation, groups } = this;
    return { stride, padding, dilation, groups };
  }

  protected override extraRepr(): string {
    return this.shownOptions({ padding: this.padding });
  }
}

/**
 * Sums over windows of a signal: [n, inChannels, l], or [inChannels, l] for one, gives [n, outChannels, l'].
 * torch.nn.Conv1d; lengths as for the function conv1d.
 *
 * weight is [outChannels, inChannels / groups, kernelSize], bias [outChannels]; both begin evenly spread in
 * ±1 / √fanIn, fanIn = inChannels / groups · kernelSize.
 *
 * @example
 * const layer = new Conv1d(2, 4, 3, { padding: 1 });
 * layer.forward(zeros([8, 2, 10])).shape // => [8, 4, 10]
 */
export class Conv1d extends Conv {
  constructor(inChannels: number, outChannels: number, kernelSize: Sizes, options: ConvLayerOptions = {}) {
    super(1, inChannels, outChannels, kernelSize, options);
  }

  /** [n, inChannels, l] to [n, outChannels, l']; without n for one signal. */
  forward(x: Tensor): Tensor {
    expectShape("Conv1d.forward", "x", x, ...this.images());
    return conv1d(x, this.weight, this.bias, this.options());
  }
}

/**
 * Sums over windows of images: [n, inChannels, h, w], or [inChannels, h, w] for one, gives [n, outChannels, h', w'].
 * torch.nn.Conv2d; sizes as for the function conv2d.
 *
 * weight is [outChannels, inChannels / groups, kernel height, kernel width], bias [outChannels]; both begin evenly
 * spread in ±1 / √fanIn, fanIn = inChannels / groups · kernel height · kernel width.
 *
 * @example
 * const layer = new Conv2d(1, 8, 3, { padding: "same" });
 * String(layer) // => Conv2d(1, 8, kernelSize=3, padding=same)
 * layer.forward(zeros([4, 1, 28, 28])).shape // => [4, 8, 28, 28]
 */
export class Conv2d extends Conv {
  constructor(inChannels: number, outChannels: number, kernelSize: Sizes, options: ConvLayerOptions = {}) {
    super(2, inChannels, outChannels, kernelSize, options);
  }

  /** [n, inChannels, h, w] to [n, outChannels, h', w']; without n for one image. */
  forward(x: Tensor): Tensor {
    expectShape("Conv2d.forward", "x", x, ...this.images());
    return conv2d(x, this.weight, this.bias, this.options());
  }
}
