import { backend } from "./backend.js";
import { homeOf } from "./home.js";
import { isTensor } from "./is-tensor.js";
import { flatten } from "./nested.js";
import { type Shape, show, sizeOf } from "./shape.js";
import type { Strided } from "./strided.js";
import type { Tensor } from "./tensor.js";
import { everyRun } from "./tracer.js";
import type { NestedNumbers } from "./types.js";

/** Integers that somebody gives as indices: a Tensor, nested arrays, or an array of integers. */
export type IndexLike = Tensor | NestedNumbers | Int32Array | Uint8Array;

/** Indices as ops use them. */
export interface Indices {
  readonly shape: Shape;
  readonly data: Int32Array;
  /** Whether they come from a Tensor, so that they are others at every run of a compiled function. */
  readonly vary: boolean;
  /**
   * The indices, where they are kept elsewhere and are not looked at: then `data` is empty, an index that there is not reads
   * NaN, and adds to nothing.
   */
  readonly numbers?: Strided;
}

/** The indices among an op's options, if they are kept elsewhere: an operand like the others. */
export const indicesElsewhere = (options: unknown): Strided | undefined =>
  (options as { readonly index?: Indices } | undefined)?.index?.numbers;

/** Reads indices; throws a sentence for what is no integer >= 0. */
export function readIndices(where: string, found: IndexLike): Indices {
  if (!isTensor(found)) {
    const { numbers, shape } = flatten(`${where}, index`, found);
    return { shape, data: checked(where, new Int32Array(numbers.length), numbers, shape), vary: false };
  }
  const { numbers } = found;
  if (homeOf(numbers)) return { shape: found.shape as Shape, data: new Int32Array(0), vary: false, numbers };
  const data = new Int32Array(sizeOf(found.shape));
  everyRun(() => checked(where, data, backend.numbers(numbers), found.shape));
  return { shape: found.shape as Shape, data, vary: true };
}

function checked(where: string, data: Int32Array, numbers: ArrayLike<number>, shape: Shape): Int32Array {
  data.set(numbers);
  const wrong = data.findIndex((index, i) => index !== numbers[i] || index < 0);
  if (wrong < 0) return data;
  throw new RangeError(
    `${where}: an index is an integer >= 0, got ${numbers[wrong]} in the index of ${show(shape)}.`,
  );
}

/** The indices, if all are below the size of their dim. */
export function checkIndices(where: string, index: Indices, size: number, dim: number): Indices {
  const check = (): void => {
    const wrong = index.data.find((at) => at >= size);
    if (wrong === undefined) return;
    throw new RangeError(`${where}: there is no index ${wrong} in dim ${dim}, which has the size ${size}.`);
  };
  if (index.vary) everyRun(check);
  else check();
  return index;
}
