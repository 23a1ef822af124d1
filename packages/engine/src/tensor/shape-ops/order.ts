import { checkOptions } from "../../options.js";
import { shapeOp } from "../entry.js";
import { dimOf, type Shape, show } from "../shape.js";
import { applyShapeOp } from "../shape-op.js";
import type { Tensor } from "../tensor.js";

/** Numbers in order, and where they came from: float64 indices along the dim. */
export interface Sorted {
  /** The gradient goes back to where each came from, as in PyTorch. */
  readonly values: Tensor;
  /** They have no gradient. */
  readonly indices: Tensor;
}

/** Orders along a dim, the last if absent. NaN counts as the greatest. */
export interface OrderMethods {
  /** The indices that sort a dim; equal numbers keep their order. float64, no gradient. */
  argsort(dim?: number, options?: { readonly descending?: boolean }): Tensor;
  /** Sorted along a dim; equal numbers keep their order. */
  sort(dim?: number, options?: { readonly descending?: boolean }): Sorted;
  /** The k greatest along a dim, the greatest first; with largest: false the k smallest, the smallest first. */
  topk(k: number, dim?: number, options?: { readonly largest?: boolean }): Sorted;
}

export interface Order {
  readonly dim: number;
  readonly descending: boolean;
}

export const orderOps = {
  argsort: shapeOp<Order>({
    doc: "The indices that sort a dim.",
    args: ["a"],
    shape: ([a]) => a as Shape,
    vjp: [],
    samples: [{ shapes: [[2, 3]], options: { dim: 1, descending: true } }],
  }),
};

function argsort(name: string, x: Tensor, dim: number, descending: boolean): Tensor {
  if (typeof descending !== "boolean") {
    throw new TypeError(`${name}: expected true or false for the order, got ${String(descending)}.`);
  }
  return applyShapeOp("argsort", [x], { dim: dimOf(name, dim, x.shape), descending });
}

export const orderMethods = {
  argsort(this: Tensor, dim = -1, options: { descending?: boolean } = {}): Tensor {
    checkOptions("argsort", options, ["descending"]);
    return argsort("argsort", this, dim, options.descending ?? false);
  },
  sort(this: Tensor, dim = -1, options: { descending?: boolean } = {}): Sorted {
    checkOptions("sort", options, ["descending"]);
    const indices = argsort("sort", this, dim, options.descending ?? false);
    return { values: this.gather(dim, indices), indices };
  },
  topk(this: Tensor, k: number, dim = -1, options: { largest?: boolean } = {}): Sorted {
    checkOptions("topk", options, ["largest"]);
    const at = dimOf("topk", dim, this.shape);
    const size = this.shape[at] as number;
    if (!Number.isInteger(k) || k < 0 || k > size) {
      throw new RangeError(
        `topk: expected k from 0 to ${size}, the size of dim ${at} of ${show(this.shape)}, got ${k}.`,
      );
    }
    const indices = argsort("topk", this, at, options.largest ?? true).slice(at, 0, k);
    return { values: this.gather(at, indices), indices };
  },
};
