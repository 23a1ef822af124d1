import { isTensor } from "./is-tensor.js";
import { flatten } from "./nested.js";
import { type Shape, show } from "./shape.js";
import type { Tensor } from "./tensor.js";
import type { NestedNumbers } from "./types.js";

/** Integers that somebody gives as indices: a Tensor, nested arrays, or an array of integers. */
export type IndexLike = Tensor | NestedNumbers | Int32Array | Uint8Array;

/** Indices as ops use them. */
export interface Indices {
  readonly shape: Shape;
  readonly data: Int32Array;
}

/** Reads indices; throws a sentence for what is no integer >= 0. */
export function readIndices(where: string, found: IndexLike): Indices {
  const { numbers, shape } = isTensor(found)
    ? { numbers: found.data, shape: found.shape as Shape }
    : flatten(`${where}, index`, found);
  const data = Int32Array.from(numbers);
  const wrong = data.findIndex((index, i) => index !== numbers[i] || index < 0);
  if (wrong < 0) return { shape, data };
  throw new RangeError(
    `${where}: an index is an integer >= 0, got ${numbers[wrong]} in the index of ${show(shape)}.`,
  );
}

/** The indices, if all are below the size of their dim. */
export function checkIndices(where: string, index: Indices, size: number, dim: number): Indices {
  const { data } = index;
  for (let i = 0; i < data.length; i++) {
    if ((data[i] as number) >= size) {
      throw new RangeError(
        `${where}: there is no index ${data[i]} in dim ${dim}, which has the size ${size}.`,
      );
    }
  }
  return index;
}
