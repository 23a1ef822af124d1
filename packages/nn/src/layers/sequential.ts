import type { Tensor } from "@outgrad/engine";
import { Module } from "../module.js";
import { shown } from "../shown.js";

/** A Module that makes one Tensor of one. */
export interface TensorModule extends Module<Tensor> {
  forward(x: Tensor): Tensor;
}

/** A part of a `Sequential`: a Module, or a function. */
export type Link = TensorModule | ((x: Tensor) => Tensor);

/**
 * One after the other: each Module gets what the one before gave. torch.nn.Sequential. Functions are fine too.
 *
 * `net[0]` is the first; parameters are named by place, `0.weight`.
 *
 * @example
 * const net = new Sequential(new Linear(2, 8), new Tanh(), new Linear(8, 1));
 * net.forward(zeros([5, 2])).shape // => [5, 1]
 * net.namedParameters().map(([name]) => name) // => [ '0.weight', '0.bias', '2.weight', '2.bias' ]
 */
export class Sequential extends Module<Tensor> implements Iterable<Link> {
  readonly [place: number]: Link;
  readonly #length: number;

  constructor(...links: readonly Link[]) {
    super();
    links.forEach((link, i) => {
      const isModule = link instanceof Module && "forward" in link;
      if (!isModule && (typeof link !== "function" || link.prototype instanceof Module)) {
        throw new TypeError(
          `Sequential: expected a Module with forward(x), or a function, got ${described(link)} at ${i}.`,
        );
      }
    });
    this.#length = links.length;
    // As fields of their own, numbered, they have PyTorch's names.
    Object.assign(this, links);
  }

  /** How many parts. */
  get length(): number {
    return this.#length;
  }

  /** Through all parts, from the first to the last. */
  forward(x: Tensor): Tensor {
    let signal = x;
    for (const link of this) signal = typeof link === "function" ? link(signal) : link.forward(signal);
    return signal;
  }

  *[Symbol.iterator](): Iterator<Link> {
    for (let i = 0; i < this.length; i++) yield this[i] as Link;
  }
}

/** What is no link, in words. */
function described(found: unknown): string {
  if (typeof found === "function") return `the class ${found.name} (new is missing)`;
  return typeof found === "object" && found !== null
    ? `an object of ${found.constructor?.name}`
    : shown(found);
}
