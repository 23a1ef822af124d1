import { shapeOp } from "../entry.js";
import {
  broadcast,
  checkShape,
  type Dims,
  dimOf,
  dimsOf,
  newDimOf,
  type Shape,
  sameShape,
  show,
  sizeOf,
} from "../shape.js";
import { applyShapeOp } from "../shape-op.js";
import type { Tensor } from "../tensor.js";
import type { Mutable, ShapeOf, Transposed } from "../types.js";
import { unbroadcast } from "../unbroadcast.js";

/** The same numbers in another arrangement. Nothing is copied where strides can say it. */
export interface ViewMethods {
  /** The same numbers, in their order, in another shape; one size may be -1, for as many as there are. */
  reshape<const T extends Shape>(shape: T): Tensor<Reshaped<T>>;
  /** The dims in another order: dim i of the result is dim `dims[i]`. */
  permute(dims: readonly number[]): Tensor;
  /** Two dims exchanged, the last two if absent. */
  transpose<A extends Tensor>(this: A): Tensor<Transposed<ShapeOf<A>>>;
  transpose(dim0: number, dim1: number): Tensor;
  /** Without the dims of size 1: all of them, or those given, of which others stay. */
  squeeze(dim?: Dims): Tensor;
  /** With a new dim of size 1 at that place; -1 is after the last. */
  unsqueeze(dim: number): Tensor;
  /** The dims from startDim (0 if absent) to endDim (-1 if absent) as one. */
  flatten(startDim?: number, endDim?: number): Tensor;
  /** Repeated to fill a shape that it broadcasts to; nothing is copied. */
  broadcastTo<const T extends Shape>(shape: T): Tensor<Mutable<T>>;
  /** Reversed along dims. */
  flip(dim: Dims): Tensor;
}

type Reshaped<T extends Shape> = number extends T["length"]
  ? Shape
  : { -readonly [K in keyof T]: T[K] extends -1 ? number : T[K] };

export interface ToShape {
  readonly shape: Shape;
}
export interface ToDims {
  readonly dims: readonly number[];
}

export const viewOps = {
  reshape: shapeOp<ToShape>({
    doc: "The same numbers in another shape.",
    args: ["a"],
    shape: ([a], { shape }) => {
      if (sizeOf(shape) === sizeOf(a as Shape)) return shape;
      throw new RangeError(
        `reshape: ${show(a as Shape)} holds ${sizeOf(a as Shape)} numbers, ${show(shape)} ${sizeOf(shape)}; they must be as many.`,
      );
    },
    vjp: [(g, use) => g.reshape(use.shape(0))],
    samples: [
      { shapes: [[2, 3]], options: { shape: [3, 2] } },
      { shapes: [[]], options: { shape: [1, 1] } },
    ],
  }),
  permute: shapeOp<ToDims>({
    doc: "The dims in another order.",
    args: ["a"],
    shape: ([a], { dims }) => dims.map((dim) => (a as Shape)[dim] as number),
    vjp: [(g, { options: { dims } }) => g.permute(dims.map((_, dim) => dims.indexOf(dim)))],
    samples: [
      { shapes: [[2, 3, 4]], options: { dims: [2, 0, 1] } },
      { shapes: [[2, 3]], options: { dims: [1, 0] } },
    ],
  }),
  broadcastTo: shapeOp<ToShape>({
    doc: "Repeated to fill a shape.",
    args: ["a"],
    shape: ([a], { shape }) => {
      if (sameShape(broadcast("broadcastTo", a as Shape, shape), shape)) return shape;
      throw new RangeError(
        `broadcastTo: ${show(a as Shape)} does not broadcast to ${show(shape)}, which is smaller.`,
      );
    },
    vjp: [(g, use) => unbroadcast(g, use.shape(0))],
    samples: [
      { shapes: [[2, 1]], options: { shape: [3, 2, 4] } },
      { shapes: [[]], options: { shape: [2, 2] } },
    ],
  }),
  flip: shapeOp<ToDims>({
    doc: "Reversed along dims.",
    args: ["a"],
    shape: ([a]) => a as Shape,
    vjp: [(g, { options: { dims } }) => g.flip(dims)],
    samples: [{ shapes: [[2, 3, 2]], options: { dims: [0, 2] } }],
  }),
};

/** The shape with a size in place of -1. */
function filled(shape: Shape, before: Shape): Shape {
  if (!Array.isArray(shape) || !shape.includes(-1)) return checkShape("reshape", shape);
  const others = shape.filter((size) => size !== -1);
  if (others.length !== shape.length - 1) {
    throw new RangeError(`reshape: ${show(shape)} has more than one size of -1, so neither can be known.`);
  }
  const known = sizeOf(checkShape("reshape", others));
  const size = sizeOf(before);
  if (known === 0 || size % known !== 0) {
    throw new RangeError(
      `reshape: ${show(before)} holds ${size} numbers, so no size fits for the -1 of ${show(shape)}.`,
    );
  }
  return shape.map((length) => (length === -1 ? size / known : length));
}

export const viewMethods = {
  reshape(this: Tensor, shape: Shape): Tensor {
    return applyShapeOp("reshape", [this], { shape: filled(shape, this.shape) });
  },
  permute(this: Tensor, dims: readonly number[]): Tensor {
    const { shape } = this;
    if (!Array.isArray(dims) || dims.length !== shape.length) {
      throw new RangeError(
        `permute: ${show(shape)} has ${shape.length} dims, and all must be given, got [${dims}].`,
      );
    }
    dimsOf("permute", dims, shape);
    return applyShapeOp("permute", [this], { dims: dims.map((dim) => dimOf("permute", dim, shape)) });
  },
  transpose(this: Tensor, dim0 = -2, dim1 = -1): Tensor {
    const { shape } = this;
    const first = dimOf("transpose", dim0, shape);
    const second = dimOf("transpose", dim1, shape);
    const dims = shape.map((_, dim) => (dim === first ? second : dim === second ? first : dim));
    return applyShapeOp("permute", [this], { dims });
  },
  squeeze(this: Tensor, dim?: Dims): Tensor {
    const dims = dimsOf("squeeze", dim, this.shape);
    return this.reshape(this.shape.filter((size, i) => size !== 1 || !dims.includes(i)));
  },
  unsqueeze(this: Tensor, dim: number): Tensor {
    const at = newDimOf("unsqueeze", dim, this.shape);
    return this.reshape(this.shape.toSpliced(at, 0, 1));
  },
  flatten(this: Tensor, startDim = 0, endDim = -1): Tensor {
    const { shape } = this;
    if (shape.length === 0) return this.reshape([1]);
    const start = dimOf("flatten", startDim, shape);
    const end = dimOf("flatten", endDim, shape);
    if (start > end)
      throw new RangeError(`flatten: startDim ${startDim} of ${show(shape)} comes after endDim ${endDim}.`);
    return this.reshape(shape.toSpliced(start, end - start + 1, sizeOf(shape.slice(start, end + 1))));
  },
  broadcastTo(this: Tensor, shape: Shape): Tensor {
    return applyShapeOp("broadcastTo", [this], { shape: checkShape("broadcastTo", shape) });
  },
  flip(this: Tensor, dim: Dims): Tensor {
    return applyShapeOp("flip", [this], { dims: dimsOf("flip", dim, this.shape) });
  },
};
