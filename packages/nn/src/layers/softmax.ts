import type { Tensor } from "@outgrad/engine";
import { Module } from "../module.js";
import { shown } from "../shown.js";
import { expectShape } from "./expect.js";

abstract class Along extends Module<Tensor> {
  readonly dim: number;

  constructor(where: string, dim: number) {
    super();
    if (!Number.isSafeInteger(dim)) throw new RangeError(`${where}: dim is an integer; got ${shown(dim)}.`);
    this.dim = dim;
  }

  /** Throws unless x has the dim. */
  protected check(where: string, x: Tensor): void {
    expectShape(where, "x", x, ["..."]);
    const rank = Math.max(1, x.shape.length);
    if (this.dim >= -rank && this.dim < rank) return;
    throw new RangeError(`${where}: x ${shown([...x.shape])} has no dim ${this.dim}.`);
  }

  protected override extraRepr(): string {
    return `dim=${this.dim}`;
  }
}

/**
 * exp(x) / sum(exp(x)) along a dim: positive numbers that add up to 1. torch.nn.Softmax; the dim must be given.
 *
 * @example
 * new Softmax(-1).forward(tensor([[0, 0]])).toArray() // => [[0.5, 0.5]]
 */
export class Softmax extends Along {
  constructor(dim: number) {
    super("Softmax", dim);
  }

  /** A Tensor of the same shape. */
  forward(x: Tensor): Tensor {
    this.check("Softmax.forward", x);
    return x.softmax(this.dim);
  }
}

/** log(softmax(x)) along a dim, with all its digits where that is small. torch.nn.LogSoftmax; the dim must be given. */
export class LogSoftmax extends Along {
  constructor(dim: number) {
    super("LogSoftmax", dim);
  }

  /** A Tensor of the same shape. */
  forward(x: Tensor): Tensor {
    this.check("LogSoftmax.forward", x);
    return x.logSoftmax(this.dim);
  }
}
