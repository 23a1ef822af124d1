import { type Shape, sizeOf } from "../tensor/shape.js";
import { type Strided, view } from "../tensor/strided.js";
import { permuted } from "./blocks.js";
import { repeated } from "./loops.js";

export interface Slices {
  readonly starts: readonly number[];
  readonly steps: readonly number[];
}

const placeOf = (strides: readonly number[], starts: readonly number[]): number =>
  strides.reduce((at, stride, dim) => at + stride * (starts[dim] as number), 0);

/** Other strides for the same numbers, wherever they are kept: nothing is copied. */
export const viewKernels = {
  permute: ([x]: readonly Strided[], _shape: Shape, { dims }: { dims: readonly number[] }): Strided =>
    permuted(x as Strided, dims),
  broadcastTo: ([x]: readonly Strided[], shape: Shape): Strided => {
    const input = x as Strided;
    return view(input, shape, repeated(input, shape), input.offset);
  },
  flip: ([x]: readonly Strided[], shape: Shape, { dims }: { dims: readonly number[] }): Strided => {
    const { strides, offset } = x as Strided;
    if (sizeOf(shape) === 0) return x as Strided;
    const last = dims.reduce(
      (at, dim) => at + ((shape[dim] as number) - 1) * (strides[dim] as number),
      offset,
    );
    return view(
      x as Strided,
      shape,
      strides.map((stride, dim) => (dims.includes(dim) ? -stride : stride)),
      last,
    );
  },
  slice: ([x]: readonly Strided[], shape: Shape, { starts, steps }: Slices): Strided => {
    const { strides, offset } = x as Strided;
    return view(
      x as Strided,
      shape,
      strides.map((stride, dim) => stride * (steps[dim] as number)),
      sizeOf(shape) === 0 ? 0 : offset + placeOf(strides, starts),
    );
  },
};
