import { shapeOp } from "../entry.js";
import { checkIndices, type IndexLike, type Indices, readIndices } from "../indices.js";
import { dimOf, type Shape, show } from "../shape.js";
import { applyShapeOp } from "../shape-op.js";
import type { Tensor } from "../tensor.js";

/** Elements by their indices: Tensors of integers, nested arrays, or integer arrays. */
export interface IndexMethods {
  /**
   * For each element of `index`, which has as many dims, that of this Tensor with its index in place of the one along
   * `dim`: out[i][j] = this[index[i][j]][j] for dim 0.
   */
  gather(dim: number, index: IndexLike): Tensor;
  /** The slices of a dim with the indices of a list, in its order; the same one may come again. */
  indexSelect(dim: number, index: IndexLike): Tensor;
}

export interface Along {
  readonly dim: number;
  readonly index: Indices;
}
export interface Into extends Along {
  /** The size of the dim that is added into. */
  readonly size: number;
}

const samplesOf = <Options>(shapes: readonly Shape[], options: Options) => [{ shapes, options }];
const some: Indices = { shape: [2, 2], vary: false, data: Int32Array.of(2, 0, 1, 2) };
const several: Indices = { shape: [4], vary: false, data: Int32Array.of(2, 0, 2, 1) };

export const indexOps = {
  gather: shapeOp<Along>({
    doc: "Elements by their indices along a dim.",
    args: ["a"],
    shape: ([shape], { dim, index }) => {
      const a = shape as Shape;
      if (
        index.shape.length !== a.length ||
        index.shape.some((size, d) => d !== dim && size > (a[d] as number))
      ) {
        throw new RangeError(
          `gather: the index is ${show(index.shape)}; beside dim ${dim} it must have no more than ${show(a)} has.`,
        );
      }
      return checkIndices("gather", index, a[dim] as number, dim).shape;
    },
    vjp: [
      (g, use) => {
        const { dim, index } = use.options;
        return applyShapeOp("scatterAdd", [g], { dim, index, shape: use.shape(0) });
      },
    ],
    samples: samplesOf([[2, 3]], { dim: 1, index: some }),
  }),
  scatterAdd: shapeOp<Along & { readonly shape: Shape }>({
    doc: "Zeros, with each element added at its index along a dim: what undoes gather.",
    args: ["a"],
    shape: (_shapes, { shape }) => shape,
    vjp: [(g, { options: { dim, index } }) => applyShapeOp("gather", [g], { dim, index })],
    samples: samplesOf([[2, 2]], { dim: 1, index: some, shape: [2, 3] }),
  }),
  indexSelect: shapeOp<Along>({
    doc: "Slices of a dim by their indices.",
    args: ["a"],
    shape: ([shape], { dim, index }) => {
      const a = shape as Shape;
      if (index.shape.length !== 1) {
        throw new RangeError(`indexSelect: expected a list of indices, got the shape ${show(index.shape)}.`);
      }
      checkIndices("indexSelect", index, a[dim] as number, dim);
      return a.map((size, d) => (d === dim ? (index.shape[0] as number) : size));
    },
    vjp: [
      (g, use) => {
        const { dim, index } = use.options;
        return applyShapeOp("indexAdd", [g], { dim, index, size: use.shape(0)[dim] });
      },
    ],
    samples: samplesOf([[3, 2]], { dim: 0, index: several }),
  }),
  indexAdd: shapeOp<Into>({
    doc: "Zeros, with each slice added at its index of a dim: what undoes indexSelect.",
    args: ["a"],
    shape: ([a], { dim, size }) => (a as Shape).map((length, d) => (d === dim ? size : length)),
    vjp: [(g, { options: { dim, index } }) => applyShapeOp("indexSelect", [g], { dim, index })],
    samples: samplesOf([[2, 4]], { dim: 1, index: several, size: 3 }),
  }),
};

export const indexMethods = {
  gather(this: Tensor, dim: number, index: IndexLike): Tensor {
    const options = { dim: dimOf("gather", dim, this.shape), index: readIndices("gather", index) };
    return applyShapeOp("gather", [this], options);
  },
  indexSelect(this: Tensor, dim: number, index: IndexLike): Tensor {
    const at = dimOf("indexSelect", dim, this.shape);
    return applyShapeOp("indexSelect", [this], { dim: at, index: readIndices("indexSelect", index) });
  },
};
