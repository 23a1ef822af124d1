import type { Sizes, Tensor } from "@outgrad/engine";
import { checkSize } from "../check.js";
import { Module } from "../module.js";
import { checkFlag } from "../optim/range.js";
import { shown } from "../shown.js";
import type { Pattern } from "./expect.js";
import type { LayerOptions } from "./options.js";
import { shownSizes, sizesOf } from "./sizes.js";
import { Weights } from "./weights.js";

/** How windows lie: one number for all dims of the image, or one for each. */
export interface ConvolutionOptions extends LayerOptions {
  /** From window to window; 1 by default. */
  readonly stride?: Sizes;
  /** From tap to tap of the kernel; 1 by default. */
  readonly dilation?: Sizes;
  /** Parts of the channels that do not see each other; 1 by default. Divides inChannels and outChannels. */
  readonly groups?: number;
  /** Whether a bias is added to each channel; true by default. */
  readonly bias?: boolean;
}

/** How many dims an image has. */
export type Rank = 1 | 2;

/** What convolutions and transposed ones have in common. */
export abstract class Convolution extends Module<Tensor> {
  readonly inChannels: number;
  readonly outChannels: number;
  readonly kernelSize: readonly number[];
  readonly stride: readonly number[];
  readonly dilation: readonly number[];
  readonly groups: number;
  readonly weight: Tensor;
  readonly bias: Tensor | undefined;

  /** The weight's shape begins with `channels`, the channels that its groups go from and to. */
  constructor(
    where: string,
    rank: Rank,
    [inChannels, outChannels]: readonly [number, number],
    kernelSize: Sizes,
    options: ConvolutionOptions,
    channels: (groups: number) => readonly [number, number],
  ) {
    super();
    const { stride = 1, dilation = 1, groups = 1, bias = true } = options;
    checkSize(where, "inChannels is the number of channels of x", inChannels);
    checkSize(where, "outChannels is the number of channels of the result", outChannels);
    checkSize(where, "groups is the number of parts of the channels", groups);
    if (inChannels % groups !== 0 || outChannels % groups !== 0) {
      throw new RangeError(
        `${where}: groups must divide inChannels and outChannels; got ${groups} for ${inChannels} and ${outChannels}.`,
      );
    }
    checkFlag(`${where}: bias`, bias);
    this.inChannels = inChannels;
    this.outChannels = outChannels;
    this.kernelSize = sizesOf(where, "kernelSize", kernelSize, rank, 1);
    this.stride = sizesOf(where, "stride", stride, rank, 1);
    this.dilation = sizesOf(where, "dilation", dilation, rank, 1);
    this.groups = groups;
    const shape = [...channels(groups), ...this.kernelSize];
    const made = new Weights(where, options).affine(shape, outChannels, bias);
    this.weight = made.weight;
    this.bias = made.bias;
  }

  /** The shapes that x may have. */
  protected images(): readonly [Pattern, Pattern] {
    const dims = this.kernelSize.length === 1 ? ["l"] : ["h", "w"];
    return [
      ["n", this.inChannels, ...dims],
      [this.inChannels, ...dims],
    ];
  }

  /** Options that are not usual, of those in `more` too. */
  protected shownOptions(more: Readonly<Record<string, Sizes | string>>): string {
    const { inChannels, outChannels, kernelSize, stride, dilation, groups } = this;
    const options = { stride, ...more, dilation, groups };
    const usual = (size: Sizes | string, name: string) =>
      shownSizes(size) === (name === "padding" || name === "outputPadding" ? "0" : "1");
    const rest = Object.entries(options).filter(([name, size]) => !usual(size, name));
    const sizes = [["kernelSize", kernelSize] as const, ...rest];
    const all = sizes.map(([name, size]) => `${name}=${shownSizes(size)}`);
    return [inChannels, outChannels, ...all, ...(this.bias ? [] : ["bias=false"])].join(", ");
  }
}

/** The padding as it was given. Throws unless it is "same", with a stride of 1, "valid" or sizes. */
export function paddingOf(
  where: string,
  padding: Sizes | "same" | "valid",
  stride: readonly number[],
): readonly number[] | "same" | "valid" {
  if (padding === "same" && stride.some((step) => step !== 1)) {
    throw new RangeError(
      `${where}: padding "same" needs a stride of 1, got ${shown(stride)}; give the padding in numbers.`,
    );
  }
  if (padding === "same" || padding === "valid") return padding;
  return sizesOf(where, 'padding, if not "same" or "valid",', padding, stride.length, 0);
}
