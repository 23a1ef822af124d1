import { shapeOp } from "../entry.js";
import { dimOf, newDimOf, type Shape, sameShape, show } from "../shape.js";
import { applyShapeOp } from "../shape-op.js";
import { Tensor } from "../tensor.js";

export interface Join {
  readonly dim: number;
  /** Where each tensor begins in the result, and where the last one ends. */
  readonly starts: readonly number[];
}

export const joinOps = {
  concat: shapeOp<Join>({
    doc: "One after the other along a dim.",
    args: ["...tensors"],
    shape: (shapes, { dim, starts }) => {
      const first = shapes[0] as Shape;
      return first.map((size, d) => (d === dim ? (starts.at(-1) as number) : size));
    },
    vjp: [(g, { i, options: { dim, starts } }) => g.slice(dim, starts[i], starts[i + 1])],
    samples: [
      {
        shapes: [
          [2, 3],
          [2, 1],
          [2, 3],
        ],
        options: { dim: 1, starts: [0, 3, 4, 7] },
      },
      { shapes: [[2], [0]], options: { dim: 0, starts: [0, 2, 2] } },
    ],
  }),
};

function list(name: string, tensors: readonly Tensor[]): readonly Tensor[] {
  if (!Array.isArray(tensors))
    throw new TypeError(`${name}: expected a list of Tensors, got ${String(tensors)}.`);
  if (tensors.length === 0) throw new RangeError(`${name}: the list is empty; give at least one Tensor.`);
  const wrong = tensors.findIndex((found) => !(found instanceof Tensor));
  if (wrong >= 0)
    throw new TypeError(`${name}: expected Tensors, got ${String(tensors[wrong])} at [${wrong}].`);
  return tensors;
}

/**
 * Tensors one after the other along a dim (0 if absent). Their shapes are the same but for that dim.
 *
 * @example
 * concat([tensor([[1, 2]]), tensor([[3]])], -1).toArray() // => [[1, 2, 3]]
 */
export function concat(tensors: readonly Tensor[], dim = 0): Tensor {
  const [first] = list("concat", tensors) as [Tensor];
  const at = dimOf("concat", dim, first.shape);
  const starts = [0];
  tensors.forEach(({ shape }, i) => {
    if (shape.length !== first.shape.length || shape.some((size, d) => d !== at && size !== first.shape[d])) {
      throw new RangeError(
        `concat: the shapes ${show(first.shape)} and ${show(shape)}, of [${i}], differ outside dim ${at}.`,
      );
    }
    starts.push((starts[i] as number) + (shape[at] as number));
  });
  return applyShapeOp("concat", tensors, { dim: at, starts });
}

/** Tensors of one shape along a new dim (0 if absent, -1 for the last). */
export function stack(tensors: readonly Tensor[], dim = 0): Tensor {
  const [first] = list("stack", tensors) as [Tensor];
  const at = newDimOf("stack", dim, first.shape);
  tensors.forEach(({ shape }, i) => {
    if (sameShape(shape, first.shape)) return;
    throw new RangeError(`stack: the shapes ${show(first.shape)} and ${show(shape)}, of [${i}], differ.`);
  });
  return concat(
    tensors.map((part) => part.unsqueeze(at)),
    at,
  );
}
