import { shapeOp } from "../entry.js";
import { checkIndices, type IndexLike, type Indices, readIndices } from "../indices.js";
import { dimOf, type Shape, sameShape, show } from "../shape.js";
import { applyShapeOp } from "../shape-op.js";
import type { Tensor } from "../tensor.js";
import type { Along } from "./index-ops.js";

/** Scores of classes, one class each. */
export interface ClassScoreMethods {
  /**
   * log(softmax(x)) along a dim, for one index of each column only: `logSoftmax(dim)` at the index, without the others,
   * so in a half of the time or less. `index` has the shape of this Tensor without the dim, as has the result.
   */
  logSoftmaxAt(dim: number, index: IndexLike): Tensor;
}

const rows: Indices = { shape: [2], vary: false, data: Int32Array.of(2, 0) };
const columns: Indices = { shape: [2, 2], vary: false, data: Int32Array.of(1, 0, 2, 1) };
const samples = [
  { shapes: [[2, 3]] as Shape[], options: { dim: 1, index: rows } },
  { shapes: [[2, 3, 2]] as Shape[], options: { dim: 1, index: columns } },
];

/** One number of each column. */
function picked(x: Tensor, dim: number, { shape, ...index }: Indices): Tensor {
  const one = { ...index, shape: (shape as readonly number[]).toSpliced(dim, 0, 1) };
  return applyShapeOp("gather", [x], { dim, index: one }).reshape(shape as number[]);
}

export const classScoreOps = {
  logSoftmaxAt: shapeOp<Along>({
    doc: "log(softmax(a)) along a dim, at one index of each column.",
    args: ["a"],
    shape: ([shape], { dim, index }) => {
      const a = shape as readonly number[];
      const wanted = a.toSpliced(dim, 1);
      if (!sameShape(index.shape, wanted)) {
        throw new RangeError(
          `logSoftmaxAt: of ${show(a)} along dim ${dim} the index must be ${show(wanted)}, got ${show(index.shape)}.`,
        );
      }
      return checkIndices("logSoftmaxAt", index, a[dim] as number, dim).shape;
    },
    vjp: [(g, use) => applyShapeOp("logSoftmaxAtGradient", [g, use.input(0)], use.options)],
    samples,
  }),
  logSoftmaxAtGradient: shapeOp<Along>({
    doc: "What logSoftmaxAt hands back of g: g * (onehot(index) - softmax(a)) along a dim.",
    args: ["g", "a"],
    shape: ([, a]) => a as Shape,
    vjp: [
      (h, use) => {
        const { dim, index } = use.options;
        return picked(h, dim, index).sub(h.mul(use.input(1).softmax(dim)).sum(dim));
      },
      (h, use) => {
        const { dim } = use.options;
        const shares = use.input(1).softmax(dim);
        return applyShapeOp("softmaxGradient", [h.mul(use.input(0).unsqueeze(dim)), shares], { dim }).neg();
      },
    ],
    samples: samples.map(({ shapes, options }) => ({ shapes: [options.index.shape, ...shapes], options })),
  }),
};

export const classScoreMethods = {
  logSoftmaxAt(this: Tensor, dim: number, index: IndexLike): Tensor {
    const options = {
      dim: dimOf("logSoftmaxAt", dim, this.shape),
      index: readIndices("logSoftmaxAt", index),
    };
    return applyShapeOp("logSoftmaxAt", [this], options);
  },
};
