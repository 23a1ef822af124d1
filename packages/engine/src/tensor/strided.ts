import { copyTo } from "../kernels/copy.js";
import type { DType, Floats } from "./dtype.js";
import { dtypeOf } from "./dtype.js";
import { allocate } from "./memory.js";
import { type Shape, sameShape, sizeOf } from "./shape.js";

/**
 * The numbers of a tensor: element [i, j, ...] is `data[offset + i * strides[0] + j * strides[1] + ...]`. Views share
 * data. Once an op has seen them, the numbers never change.
 */
export class Strided {
  readonly dtype: DType;
  readonly shape: Shape;
  /** Any integers: 0 repeats, negative ones walk backwards. */
  readonly strides: readonly number[];
  readonly offset: number;
  readonly data: Floats;
  readonly size: number;
  /** Whether the elements lie one after the other. */
  readonly contiguous: boolean;

  constructor(
    data: Floats,
    dtype: DType,
    shape: Shape,
    strides: readonly number[],
    offset: number,
    size: number,
    contiguous: boolean,
  ) {
    this.data = data;
    this.dtype = dtype;
    this.shape = shape;
    this.strides = strides;
    this.offset = offset;
    this.size = size;
    this.contiguous = contiguous;
  }
}

/** The strides of elements that lie one after the other. */
export function stridesOf(shape: Shape): readonly number[] {
  const strides = new Array<number>(shape.length);
  let step = 1;
  for (let dim = shape.length - 1; dim >= 0; dim--) {
    strides[dim] = step;
    step *= shape[dim] as number;
  }
  return strides;
}

/** An array as a tensor's numbers, one after the other. `like` saves computing the strides of the same shape. */
export function dense(data: Floats, dtype: DType, shape: Shape, like?: Strided): Strided {
  const strides = like?.contiguous && like.shape === shape ? like.strides : stridesOf(shape);
  return new Strided(data, dtype, shape, strides, 0, data.length, true);
}

/** The same numbers seen through other strides. */
export function view(x: Strided, shape: Shape, strides: readonly number[], offset: number): Strided {
  const size = sizeOf(shape);
  return new Strided(x.data, x.dtype, shape, strides, offset, size, isContiguous(shape, strides, size));
}

function isContiguous(shape: Shape, strides: readonly number[], size: number): boolean {
  if (size <= 1) return true;
  let step = 1;
  for (let dim = shape.length - 1; dim >= 0; dim--) {
    const length = shape[dim] as number;
    if (length === 1) continue;
    if (strides[dim] !== step) return false;
    step *= length;
  }
  return true;
}

/** The numbers one after the other: itself if they are so already. */
export const contiguous = (x: Strided): Strided => (x.contiguous ? x : dense(copyOf(x), x.dtype, x.shape));

/** The numbers one after the other, in a new array. */
export function copyOf(x: Strided): Floats {
  if (x.contiguous) return x.data.slice(x.offset, x.offset + x.size);
  const copy = allocate(x.dtype, x.size);
  copyTo(copy, x, x.shape);
  return copy;
}

/** A copy of an array as numbers that no one else can write. */
export const frozen = (data: Floats, shape: Shape): Strided => dense(data.slice(), dtypeOf(data), shape);

/** The numbers in another shape of the same size, without a copy where the strides allow. */
export function reshaped(x: Strided, shape: Shape): Strided {
  if (sameShape(x.shape, shape)) return x;
  const whole = contiguous(x);
  return new Strided(whole.data, x.dtype, shape, stridesOf(shape), whole.offset, x.size, true);
}

/** Numbers in an array of their own, in the dtype and the shape of others. */
export function filled({ dtype, shape, size }: Strided, numbers: ArrayLike<number>): Strided {
  const data = allocate(dtype, size);
  data.set(numbers);
  return dense(data, dtype, shape);
}
