import { shapeOp } from "../entry.js";
import { tensorOperandError } from "../operand.js";
import { broadcast, type Shape, show } from "../shape.js";
import { applyShapeOp } from "../shape-op.js";
import { dense } from "../strided.js";
import { Tensor, type TensorLike } from "../tensor.js";
import { unbroadcast } from "../unbroadcast.js";

/** Choices between elements. */
export interface ChooseMethods {
  /** This where the condition holds (is not 0), `other` elsewhere; all three broadcast. Only the chosen gets the gradient. */
  where(condition: TensorLike, other: TensorLike): Tensor;
  /** The lower triangle of the last two dims, zeros above: element [i, j] stays where j <= i + diagonal (0 if absent). */
  tril(diagonal?: number): Tensor;
  /** The upper triangle of the last two dims, zeros below: element [i, j] stays where j >= i + diagonal (0 if absent). */
  triu(diagonal?: number): Tensor;
}

const none = {};

export const chooseOps = {
  where: shapeOp<object>({
    doc: "a where the condition holds, b elsewhere.",
    args: ["condition", "a", "b"],
    shape: ([condition, a, b]) =>
      broadcast("where", broadcast("where", condition as Shape, a as Shape), b as Shape),
    vjp: [
      null,
      (g, use) => unbroadcast(g.where(use.input(0), 0), use.shape(1)),
      (g, use) => unbroadcast(g.newFull([], 0).where(use.input(0), g), use.shape(2)),
    ],
    samples: [
      {
        shapes: [
          [2, 3],
          [2, 3],
          [2, 3],
        ],
        options: none,
      },
      { shapes: [[2, 1], [3], []], options: none },
    ],
  }),
};

/** The larger of two dtypes is that of the result; the condition's does not count. */
export function where(condition: TensorLike, a: TensorLike, b: TensorLike): Tensor {
  const like = [a, b, condition].find((found) => found instanceof Tensor) as Tensor | undefined;
  if (like === undefined) throw tensorOperandError("where", a);
  const lift = (found: TensorLike): Tensor => {
    if (typeof found === "number") return like.newFull([], found);
    if (found instanceof Tensor) return found;
    throw tensorOperandError("where", found);
  };
  const [chosen, other] = [lift(a), lift(b)];
  const wide = [chosen, other].some(({ dtype }) => dtype === "float64") ? "float64" : "float32";
  // A float64 condition must not widen the result: which bits hold is the same in float32, but for the smallest.
  const holds = lift(condition).detach();
  const narrow = holds.dtype === wide ? holds : holds.ne(0).to(wide);
  return applyShapeOp("where", [narrow, chosen.to(wide), other.to(wide)], none);
}

function triangle(
  name: string,
  x: Tensor,
  diagonal: number,
  keeps: (i: number, j: number) => boolean,
): Tensor {
  const [rows, columns] = x.shape.slice(-2);
  if (rows === undefined || columns === undefined) {
    throw new RangeError(`${name}: ${show(x.shape)} has no matrix; at least two dims are needed.`);
  }
  if (!Number.isInteger(diagonal))
    throw new TypeError(`${name}: expected an integer diagonal, got ${String(diagonal)}.`);
  const data = x.dtype === "float64" ? new Float64Array(rows * columns) : new Float32Array(rows * columns);
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) if (keeps(i, j)) data[i * columns + j] = 1;
  return where(new Tensor(dense(data, x.dtype, [rows, columns])), x, 0);
}

export const chooseMethods = {
  where(this: Tensor, condition: TensorLike, other: TensorLike): Tensor {
    return where(condition, this, other);
  },
  tril(this: Tensor, diagonal = 0): Tensor {
    return triangle("tril", this, diagonal, (i, j) => j <= i + diagonal);
  },
  triu(this: Tensor, diagonal = 0): Tensor {
    return triangle("triu", this, diagonal, (i, j) => j >= i + diagonal);
  },
};
