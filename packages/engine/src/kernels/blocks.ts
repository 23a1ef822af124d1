import type { Floats } from "../tensor/dtype.js";
import { type Shape, sizeOf } from "../tensor/shape.js";
import { contiguous, type Strided, view } from "../tensor/strided.js";

/** Numbers one after the other, seen as `outer` blocks of `count` rows of `inner`: `count` is what is worked along. */
export interface Blocks {
  readonly data: Floats;
  readonly at: number;
  readonly outer: number;
  readonly count: number;
  readonly inner: number;
}

/** Along neighbouring dims, from `first` up to but not including `last`. */
export function along(x: Strided, first: number, last = first + 1): Blocks {
  const { data, offset, shape } = contiguous(x);
  return {
    data,
    at: offset,
    outer: sizeOf(shape.slice(0, first)),
    count: sizeOf(shape.slice(first, last)),
    inner: sizeOf(shape.slice(last)),
  };
}

/** Along any dims: if they are not neighbours, the numbers are put in an order in which they are. */
export function alongAll(x: Strided, dims: readonly number[]): Blocks {
  const first = dims[0] ?? x.shape.length;
  const last = (dims.at(-1) ?? first - 1) + 1;
  if (last - first === dims.length) return along(x, first, last);
  const kept = x.shape.map((_, dim) => dim).filter((dim) => !dims.includes(dim));
  return along(permuted(x, [...kept, ...dims]), kept.length, x.shape.length);
}

/** The dims in another order. */
export function permuted(x: Strided, dims: readonly number[]): Strided {
  const pick = (list: Shape): number[] => dims.map((dim) => list[dim] as number);
  return view(x, pick(x.shape), pick(x.strides), x.offset);
}

/** Runs of neighbouring dims, [first, last), the last run first. */
export function runsOf(dims: readonly number[]): [first: number, last: number][] {
  const runs: [number, number][] = [];
  for (const dim of dims) {
    const run = runs[0];
    if (run && run[1] === dim) run[1] = dim + 1;
    else runs.unshift([dim, dim + 1]);
  }
  return runs;
}
