import { checkOptions } from "../../options.js";
import { shapeOp } from "../entry.js";
import { type Dims, dimsOf, reducedShape, type Shape, show, sizeOf } from "../shape.js";
import { applyShapeOp } from "../shape-op.js";
import type { Tensor } from "../tensor.js";
import type { Reduced, ShapeOf } from "../types.js";

/** Which dims to reduce, counted from 0 and sorted, and whether they stay as dims of size 1. */
export interface Reduction {
  readonly dims: readonly number[];
  readonly keepdim: boolean;
}

export interface Variance extends Reduction {
  /** What the number of elements is lowered by: 1 for the unbiased estimate, 0 for the mean square. */
  readonly correction: number;
}

/** A reduction over all dims, or over those given. */
interface Reduce {
  (): Tensor<[]>;
  <A extends Tensor, const D, K = false>(
    this: A,
    dim: D & (Dims | undefined),
    keepdim?: K & boolean,
  ): Tensor<Reduced<ShapeOf<A>, D, K>>;
}

/**
 * Reductions. `dim` is one dim or a list, negative ones counted from the end; all dims if absent or an empty list.
 * With `keepdim` the reduced dims stay, of size 1.
 */
export interface ReduceMethods {
  /** The sum over dims; 0 of nothing. Sums are taken in double, pairwise along the last dim. */
  sum: Reduce;
  /** The mean over dims: the sum divided by how many; NaN of nothing. */
  mean: Reduce;
  /** The greatest number over dims; NaN if there is one. Ties share the gradient evenly. */
  amax: Reduce;
  /** The smallest number over dims; NaN if there is one. Ties share the gradient evenly. */
  amin: Reduce;
  /** The index of the greatest number along a dim, of all if absent; the first of ties, or of NaNs. float64, no gradient. */
  argmax(dim?: number, keepdim?: boolean): Tensor;
  /** The index of the smallest number along a dim, of all if absent; the first of ties, or of NaNs. float64, no gradient. */
  argmin(dim?: number, keepdim?: boolean): Tensor;
  /** log(sum(exp(x))) over dims, without overflow; -Infinity of nothing. */
  logsumexp: Reduce;
  /** The variance over dims, divided by n - correction (1 if absent); NaN where that is 0. */
  var(dim?: Dims, options?: { readonly correction?: number; readonly keepdim?: boolean }): Tensor;
  /** The root of the variance; its gradient is 0 where it is 0. */
  std(dim?: Dims, options?: { readonly correction?: number; readonly keepdim?: boolean }): Tensor;
  /**
   * The p-norm over dims: 2 (if absent) the root of the sum of squares, 1 the sum of absolutes, Infinity the greatest
   * absolute, 0 how many are not 0. The gradient of the 2-norm at 0 is 0.
   */
  norm(p?: number, dim?: Dims, keepdim?: boolean): Tensor;
  /** The product over dims; 1 of nothing. Multiplied in pairs, so zeros hide nothing from the gradient. */
  prod: Reduce;
}

const shapeAfter = ([shape]: readonly Shape[], { dims, keepdim }: Reduction): Shape =>
  reducedShape(shape as Shape, dims, keepdim);

/** The shape after, for a reduction that nothing cannot be reduced by. */
const shapeOfSome = (name: string) => (shapes: readonly Shape[], options: Reduction) => {
  const shape = shapes[0] as Shape;
  const empty = options.dims.find((dim) => shape[dim] === 0);
  if (empty === undefined) return shapeAfter(shapes, options);
  throw new RangeError(
    `${name}: dim ${empty} of ${show(shape)} has size 0, and there is no ${name} of nothing.`,
  );
};

/** As it was before the reduction, with dims of size 1. */
const kept = (t: Tensor, before: Shape, { dims }: Reduction): Tensor =>
  t.reshape(reducedShape(before, dims, true));

/** The gradient of amax and amin: shared evenly by all elements that equal the result. */
const shared = shapeOp<Reduction>({
  doc: "",
  args: ["a"],
  shape: shapeAfter,
  vjp: [
    (g, use) => {
      const before = use.shape(0);
      const { dims } = use.options;
      const winners = use
        .input(0)
        .detach()
        .eq(kept(use.y.detach(), before, use.options));
      return kept(g, before, use.options).mul(winners).div(winners.sum(dims, true));
    },
  ],
  samples: [
    { shapes: [[2, 3]], options: { dims: [0, 1], keepdim: false } },
    { shapes: [[2, 3, 2]], options: { dims: [0, 2], keepdim: true } },
    { shapes: [[3, 1]], options: { dims: [1], keepdim: false } },
  ],
});
const argument = shapeOp<Reduction>({
  doc: "",
  args: ["a"],
  shape: shapeAfter,
  vjp: [],
  samples: [{ shapes: [[2, 3]], options: { dims: [1], keepdim: true } }],
});

export const reduceOps = {
  sum: shapeOp<Reduction>({
    doc: "Sum over dims.",
    args: ["a"],
    shape: shapeAfter,
    vjp: [(g, use) => kept(g, use.shape(0), use.options).broadcastTo(use.shape(0))],
    samples: shared.samples,
  }),
  amax: { ...shared, doc: "Greatest over dims.", shape: shapeOfSome("amax") },
  amin: { ...shared, doc: "Smallest over dims.", shape: shapeOfSome("amin") },
  argmax: { ...argument, doc: "Index of the greatest along a dim.", shape: shapeOfSome("argmax") },
  argmin: { ...argument, doc: "Index of the smallest along a dim.", shape: shapeOfSome("argmin") },
  logsumexp: shapeOp<Reduction>({
    doc: "log(sum(exp(a))) over dims.",
    args: ["a"],
    shape: shapeAfter,
    vjp: [
      (g, use) => {
        const before = use.shape(0);
        const y = kept(use.y, before, use.options);
        return kept(g, before, use.options).mul(use.input(0).sub(y).exp());
      },
    ],
    samples: shared.samples,
  }),
  var: shapeOp<Variance>({
    doc: "Variance over dims.",
    args: ["a"],
    shape: shapeAfter,
    vjp: [
      (g, use) => {
        const { dims, correction } = use.options;
        const before = use.shape(0);
        const count = sizeOf(dims.map((dim) => before[dim] as number));
        const x = use.input(0);
        return x
          .sub(x.mean(dims, true))
          .mul(kept(g, before, use.options).mul(2 / Math.max(0, count - correction)));
      },
    ],
    samples: shared.samples.map((sample, i) => ({
      ...sample,
      options: { ...sample.options, correction: i % 2 },
    })),
  }),
};

/** The root of what is not negative, with slope 0 at 0. */
function rootOrZero(x: Tensor): Tensor {
  const positive = x.detach().ne(0);
  return x.where(positive, 1).sqrt().where(positive, 0);
}

/** The product along a dim, which becomes 1. */
function product(x: Tensor, dim: number): Tensor {
  let rest = x;
  let left: Tensor | undefined;
  let size = x.shape[dim] as number;
  if (size === 0) return x.newFull(reducedShape(x.shape, [dim], true), 1);
  while (size > 1) {
    const half = size >> 1;
    if (size % 2 === 1) {
      const last = rest.slice(dim, size - 1);
      left = left ? left.mul(last) : last;
    }
    rest = rest.slice(dim, 0, half).mul(rest.slice(dim, half, 2 * half));
    size = half;
  }
  return left ? rest.mul(left) : rest;
}

function reduction(name: string, x: Tensor, dim: Dims | undefined, keepdim: boolean): Reduction {
  if (typeof keepdim !== "boolean") {
    throw new TypeError(`${name}: expected true or false for keepdim, got ${String(keepdim)}.`);
  }
  const some = Array.isArray(dim) && dim.length === 0 ? undefined : dim;
  return { dims: dimsOf(name, some, x.shape), keepdim };
}

const reduce = (name: keyof typeof reduceOps) =>
  function (this: Tensor, dim?: Dims, keepdim = false): Tensor {
    return applyShapeOp(name, [this], reduction(name, this, dim, keepdim));
  };

const index = (name: "argmax" | "argmin") =>
  function (this: Tensor, dim?: number, keepdim = false): Tensor {
    return applyShapeOp(name, [this], reduction(name, this, dim, keepdim));
  };

function variance(
  name: string,
  x: Tensor,
  dim: Dims | undefined,
  options: { correction?: number; keepdim?: boolean } = {},
): Tensor {
  checkOptions(name, options, ["correction", "keepdim"]);
  const { correction = 1, keepdim = false } = options;
  if (!Number.isFinite(correction)) {
    throw new RangeError(`${name}: expected a finite correction, got ${String(correction)}.`);
  }
  return applyShapeOp("var", [x], { ...reduction(name, x, dim, keepdim), correction });
}

export const reduceMethods = {
  sum: reduce("sum"),
  amax: reduce("amax"),
  amin: reduce("amin"),
  logsumexp: reduce("logsumexp"),
  argmax: index("argmax"),
  argmin: index("argmin"),
  mean(this: Tensor, dim?: Dims, keepdim = false): Tensor {
    const options = reduction("mean", this, dim, keepdim);
    return applyShapeOp("sum", [this], options).div(sizeOf(options.dims.map((d) => this.shape[d] as number)));
  },
  var(this: Tensor, dim?: Dims, options?: { correction?: number; keepdim?: boolean }): Tensor {
    return variance("var", this, dim, options);
  },
  std(this: Tensor, dim?: Dims, options?: { correction?: number; keepdim?: boolean }): Tensor {
    return rootOrZero(variance("std", this, dim, options));
  },
  norm(this: Tensor, p = 2, dim?: Dims, keepdim = false): Tensor {
    if (typeof p !== "number" || Number.isNaN(p))
      throw new TypeError(`norm: expected a number p, got ${String(p)}.`);
    const { dims } = reduction("norm", this, dim, keepdim);
    if (p === 2) return rootOrZero(this.square().sum(dims, keepdim));
    const size = this.abs();
    if (p === Number.POSITIVE_INFINITY) return size.amax(dims, keepdim);
    if (p === Number.NEGATIVE_INFINITY) return size.amin(dims, keepdim);
    if (p === 1) return size.sum(dims, keepdim);
    if (p === 0) return this.ne(0).sum(dims, keepdim);
    return size
      .pow(p)
      .sum(dims, keepdim)
      .pow(1 / p);
  },
  prod(this: Tensor, dim?: Dims, keepdim = false): Tensor {
    const { dims } = reduction("prod", this, dim, keepdim);
    const all = dims.length === this.shape.length;
    const flat = all ? this.reshape([this.size]) : this;
    const reduced = (all ? [0] : dims).reduce(product, flat);
    return reduced.reshape(reducedShape(this.shape, dims, keepdim));
  },
};
