import { type Shape, sameShape } from "./shape.js";
import type { Tensor } from "./tensor.js";

/** The gradient of what was broadcast from `shape`: the sum over all places that an element went to. */
export function unbroadcast(g: Tensor, shape: Shape): Tensor {
  if (sameShape(g.shape, shape)) return g;
  const missing = g.shape.length - shape.length;
  const dims = g.shape.flatMap((size, dim) =>
    dim < missing || (shape[dim - missing] === 1 && size !== 1) ? [dim] : [],
  );
  const sum = g.sum(dims, true);
  return missing === 0 ? sum : sum.reshape(shape as number[]);
}
