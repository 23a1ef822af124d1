import {
  type AvgPoolOptions,
  adaptiveAvgPool2d,
  avgPool1d,
  avgPool2d,
  checkOptions,
  type MaxPoolOptions,
  maxPool1d,
  maxPool2d,
  type Sizes,
  type Tensor,
} from "@outgrad/engine";
import { Module } from "../module.js";
import { checkFlag } from "../optim/range.js";
import type { Rank } from "./convolution.js";
import { expectShape, type Pattern } from "./expect.js";
import { shownSizes, sizesOf } from "./sizes.js";

const images: Readonly<Record<Rank, readonly Pattern[]>> = {
  1: [
    ["n", "c", "l"],
    ["c", "l"],
  ],
  2: [
    ["n", "c", "h", "w"],
    ["c", "h", "w"],
  ],
};

type PoolLayerOptions = MaxPoolOptions & AvgPoolOptions;

abstract class Pool extends Module<Tensor> {
  readonly kernelSize: readonly number[];
  readonly options: PoolLayerOptions;

  /** `more` is the name of the option that not all pools have. */
  constructor(where: string, rank: Rank, kernelSize: Sizes, options: PoolLayerOptions, more: string) {
    super();
    checkOptions(where, options, ["stride", "padding", "ceilMode", more]);
    this.kernelSize = sizesOf(where, "kernelSize", kernelSize, rank, 1);
    const { stride = kernelSize, padding = 0, dilation, ceilMode = false, countIncludePad } = options;
    const sides = sizesOf(where, "padding", padding, rank, 0);
    if (sides.some((side, dim) => 2 * side > (this.kernelSize[dim] as number))) {
      throw new RangeError(
        `${where}: a padding of ${shownSizes(sides)} is more than half of the kernelSize ${shownSizes(this.kernelSize)}.`,
      );
    }
    checkFlag(`${where}: ceilMode`, ceilMode);
    if (countIncludePad !== undefined) checkFlag(`${where}: countIncludePad`, countIncludePad);
    this.options = {
      stride: sizesOf(where, "stride", stride, rank, 1),
      padding: sides,
      ...(dilation === undefined ? {} : { dilation: sizesOf(where, "dilation", dilation, rank, 1) }),
      ceilMode,
      ...(countIncludePad === undefined ? {} : { countIncludePad }),
    };
  }

  protected override extraRepr(): string {
    const options = Object.entries(this.options) as [string, Sizes | boolean][];
    const shown = options.map(([name, size]) => `, ${name}=${shownSizes(size as Sizes)}`);
    return `kernelSize=${shownSizes(this.kernelSize)}${shown.join("")}`;
  }
}

/** The greatest number of each window of a signal; torch.nn.MaxPool1d, the function maxPool1d. */
export class MaxPool1d extends Pool {
  constructor(kernelSize: Sizes, options: MaxPoolOptions = {}) {
    super("MaxPool1d", 1, kernelSize, options, "dilation");
  }

  /** [n, c, l] to [n, c, l']; without n for one signal. */
  forward(x: Tensor): Tensor {
    expectShape("MaxPool1d.forward", "x", x, ...images[1]);
    return maxPool1d(x, this.kernelSize, this.options);
  }
}

/**
 * The greatest number of each window of images; torch.nn.MaxPool2d, the function maxPool2d.
 *
 * @example
 * new MaxPool2d(2).forward(zeros([8, 3, 28, 28])).shape // => [8, 3, 14, 14]
 */
export class MaxPool2d extends Pool {
  constructor(kernelSize: Sizes, options: MaxPoolOptions = {}) {
    super("MaxPool2d", 2, kernelSize, options, "dilation");
  }

  /** [n, c, h, w] to [n, c, h', w']; without n for one image. */
  forward(x: Tensor): Tensor {
    expectShape("MaxPool2d.forward", "x", x, ...images[2]);
    return maxPool2d(x, this.kernelSize, this.options);
  }
}

/** The mean of each window of a signal; torch.nn.AvgPool1d, the function avgPool1d. */
export class AvgPool1d extends Pool {
  constructor(kernelSize: Sizes, options: AvgPoolOptions = {}) {
    super("AvgPool1d", 1, kernelSize, options, "countIncludePad");
  }

  /** [n, c, l] to [n, c, l']; without n for one signal. */
  forward(x: Tensor): Tensor {
    expectShape("AvgPool1d.forward", "x", x, ...images[1]);
    return avgPool1d(x, this.kernelSize, this.options);
  }
}

/** The mean of each window of images; torch.nn.AvgPool2d, the function avgPool2d. */
export class AvgPool2d extends Pool {
  constructor(kernelSize: Sizes, options: AvgPoolOptions = {}) {
    super("AvgPool2d", 2, kernelSize, options, "countIncludePad");
  }

  /** [n, c, h, w] to [n, c, h', w']; without n for one image. */
  forward(x: Tensor): Tensor {
    expectShape("AvgPool2d.forward", "x", x, ...images[2]);
    return avgPool2d(x, this.kernelSize, this.options);
  }
}

/**
 * Means over as many windows as are asked for, whatever the size of the images; torch.nn.AdaptiveAvgPool2d, the
 * function adaptiveAvgPool2d. Of size 1 it is the mean of each channel.
 */
export class AdaptiveAvgPool2d extends Module<Tensor> {
  readonly outputSize: readonly number[];

  constructor(outputSize: Sizes) {
    super();
    this.outputSize = sizesOf("AdaptiveAvgPool2d", "outputSize", outputSize, 2, 1);
  }

  /** [n, c, h, w] to [n, c, ...outputSize]; without n for one image. */
  forward(x: Tensor): Tensor {
    expectShape("AdaptiveAvgPool2d.forward", "x", x, ...images[2]);
    return adaptiveAvgPool2d(x, this.outputSize);
  }

  protected override extraRepr(): string {
    return `outputSize=${shownSizes(this.outputSize)}`;
  }
}
