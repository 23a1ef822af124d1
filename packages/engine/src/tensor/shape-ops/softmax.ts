import { shapeOp } from "../entry.js";
import { dimOf, type Shape } from "../shape.js";
import { applyShapeOp } from "../shape-op.js";
import type { Tensor } from "../tensor.js";
import type { ShapeOf } from "../types.js";

/** Normalised exponentials, and running sums: along one dim. */
export interface AlongMethods {
  /** exp(x) / sum(exp(x)) along a dim, without overflow: positive numbers that add up to 1. */
  softmax<A extends Tensor>(this: A, dim: number): Tensor<ShapeOf<A>>;
  /** log(softmax(x)) along a dim, with all its digits where that is small. */
  logSoftmax<A extends Tensor>(this: A, dim: number): Tensor<ShapeOf<A>>;
  /** Running sums along a dim: element i is the sum of the first i + 1. */
  cumsum<A extends Tensor>(this: A, dim: number): Tensor<ShapeOf<A>>;
}

export interface Along {
  readonly dim: number;
}

const same = ([a]: readonly Shape[]): Shape => a as Shape;
const samples = [
  { shapes: [[2, 3]], options: { dim: 1 } },
  { shapes: [[3, 2]], options: { dim: 0 } },
];

/** The same sample for two inputs. */
const twice = <Options>({ shapes: [shape], options }: { shapes: number[][]; options: Options }) => ({
  shapes: [shape, shape] as Shape[],
  options,
});

export const alongOps = {
  softmax: shapeOp<Along>({
    doc: "exp(a) / sum(exp(a)) along a dim.",
    args: ["a"],
    shape: same,
    vjp: [(g, { y, options }) => applyShapeOp("softmaxGradient", [g, y], options)],
    samples,
  }),
  logSoftmax: shapeOp<Along>({
    doc: "a - log(sum(exp(a))) along a dim.",
    args: ["a"],
    shape: same,
    vjp: [(g, { y, options }) => applyShapeOp("logSoftmaxGradient", [g, y], options)],
    samples,
  }),
  softmaxGradient: shapeOp<Along>({
    doc: "What softmax with the result y hands back of g: y * (g - sum(g * y)) along a dim.",
    args: ["g", "y"],
    shape: same,
    vjp: [
      (h, use) => applyShapeOp("softmaxGradient", [h, use.input(1)], use.options),
      (h, use) => {
        const { dim } = use.options;
        const [g, y] = [use.input(0), use.input(1)];
        const sum = (x: Tensor): Tensor => x.mul(y).sum(dim, true);
        return h.mul(g.sub(sum(g))).sub(g.mul(sum(h)));
      },
    ],
    samples: samples.map(twice),
  }),
  logSoftmaxGradient: shapeOp<Along>({
    doc: "What logSoftmax with the result y hands back of g: g - exp(y) * sum(g) along a dim.",
    args: ["g", "y"],
    shape: same,
    vjp: [
      (h, use) => h.sub(h.mul(use.input(1).exp()).sum(use.options.dim, true)),
      (h, use) => h.mul(use.input(1).exp()).mul(use.input(0).sum(use.options.dim, true)).neg(),
    ],
    samples: samples.map(twice),
  }),
  cumsum: shapeOp<Along>({
    doc: "Running sums along a dim.",
    args: ["a"],
    shape: same,
    vjp: [(g, { options: { dim } }) => g.flip(dim).cumsum(dim).flip(dim)],
    samples,
  }),
};

const along = (name: "softmax" | "logSoftmax" | "cumsum") =>
  function (this: Tensor, dim: number): Tensor {
    // PyTorch takes a single number for a list of one.
    if (this.shape.length === 0) return this.reshape([1])[name](dim).reshape([]);
    return applyShapeOp(name, [this], { dim: dimOf(name, dim, this.shape) });
  };

export const alongMethods = {
  softmax: along("softmax"),
  logSoftmax: along("logSoftmax"),
  cumsum: along("cumsum"),
};
