import { describe } from "../../describe.js";
import { Random } from "../../random.js";
import type { Backend } from "../backend.js";
import { checkDtype, type DType } from "../dtype.js";
import { shapeOp } from "../entry.js";
import { allocateAlone } from "../memory.js";
import { moveTo } from "../move.js";
import { checkShape, type Shape, sizeOf } from "../shape.js";
import { applyShapeOp } from "../shape-op.js";
import { dense } from "../strided.js";
import { Tensor } from "../tensor.js";
import { everyRun } from "../tracer.js";
import type { Mutable, ShapeOf } from "../types.js";

/** The same Tensor otherwise: in another dtype, with noise, or only its kind. */
export interface CastMethods {
  /**
   * In that dtype, or with its numbers kept by that backend; itself if it is so already. A backend that computes float32
   * alone rounds to it. Numbers that are elsewhere must have been read before they can go to another backend.
   */
  to<A extends Tensor>(this: A, target: DType | Backend): Tensor<ShapeOf<A>>;
  /** A constant of that shape, with this dtype. */
  newFull<const T extends Shape>(shape: T, value: number): Tensor<Mutable<T>>;
  /**
   * For training: each element is 0 with probability p, else divided by 1 - p, so that the mean stays. The elements'
   * fates are the next numbers of `random`, in their order, so a seed decides them.
   */
  dropout<A extends Tensor>(this: A, p: number, random: Random): Tensor<ShapeOf<A>>;
}

export const castOps = {
  to: shapeOp<{ readonly dtype: DType }>({
    doc: "The same numbers in another dtype.",
    args: ["a"],
    shape: ([a]) => a as Shape,
    vjp: [(g, use) => g.to(use.dtype(0))],
    samples: [{ shapes: [[2, 2]], options: { dtype: "float64" } }],
  }),
};

export const castMethods = {
  to(this: Tensor, target: DType | Backend): Tensor {
    if (typeof target === "object" && target !== null) return moveTo(this, target);
    const dtype = target;
    if (checkDtype("to", dtype) === this.dtype) return this;
    return applyShapeOp("to", [this], { dtype });
  },
  newFull(this: Tensor, shape: Shape, value: number): Tensor {
    if (typeof value !== "number") throw new TypeError(`newFull: expected a number, got ${describe(value)}.`);
    const data = allocateAlone(this.dtype, sizeOf(checkShape("newFull", shape)));
    return new Tensor(dense(value === 0 ? data : data.fill(value), this.dtype, shape));
  },
  dropout(this: Tensor, p: number, random: Random): Tensor {
    if (!(p >= 0 && p <= 1))
      throw new RangeError(`dropout: expected a probability p from 0 to 1, got ${String(p)}.`);
    if (!(random instanceof Random)) {
      throw new TypeError(`dropout: expected random numbers such as random(1), got ${describe(random)}.`);
    }
    const mask = allocateAlone(this.dtype, this.size);
    const scale = p === 1 ? 0 : 1 / (1 - p);
    everyRun(() => {
      for (let i = 0; i < mask.length; i++) mask[i] = random.uniform() < p ? 0 : scale;
    });
    return this.mul(new Tensor(dense(mask, this.dtype, this.shape)));
  },
};
