import { checkOptions, type Tensor } from "@outgrad/engine";
import type { Random } from "@outgrad/engine/random";
import { Module } from "../module.js";
import { checkRange } from "../optim/range.js";
import { expectShape } from "./expect.js";
import { type RandomOptions, randomOptions, streamOf } from "./options.js";

/**
 * In training each number is 0 with probability p, else divided by 1 - p; after eval() nothing happens.
 * torch.nn.Dropout.
 *
 * Which ones are decided by the next numbers of the stream in the options, or of the one that `manualSeed` sets.
 *
 * @example
 * const dropout = new Dropout(0.5, { seed: 1 });
 * dropout.forward(ones([5])).toArray() // => [0, 0, 0, 2, 2]
 * dropout.eval().forward(ones([2])).toArray() // => [1, 1]
 */
export class Dropout extends Module<Tensor> {
  readonly p: number;
  readonly random: Random;

  constructor(p = 0.5, options: RandomOptions = {}) {
    super();
    checkOptions("Dropout", options, randomOptions);
    checkRange("Dropout: p", p, 0, 1, "closed");
    this.p = p;
    this.random = streamOf("Dropout", options);
  }

  /** As many numbers, some of them 0 in training. */
  forward(x: Tensor): Tensor {
    expectShape("Dropout.forward", "x", x, ["..."]);
    return this.training && this.p > 0 ? x.dropout(this.p, this.random) : x;
  }

  protected override extraRepr(): string {
    return `p=${this.p}`;
  }
}
