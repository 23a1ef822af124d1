import type { DType } from "../tensor/dtype.js";
import { allocate, allocateZeros } from "../tensor/memory.js";
import { type Shape, sizeOf } from "../tensor/shape.js";
import { dense, reshaped, type Strided, stridesOf } from "../tensor/strided.js";
import { along } from "./blocks.js";
import { copyTo } from "./copy.js";
import { type Slices, viewKernels } from "./views.js";

/** Views, and copies that put numbers in other places. */
export const arrangeKernels = {
  reshape: ([x]: readonly Strided[], shape: Shape): Strided => reshaped(x as Strided, shape),
  ...viewKernels,
  embed: (
    [x]: readonly Strided[],
    shape: Shape,
    { starts, steps, value }: Slices & { readonly value: number },
  ): Strided => {
    const input = x as Strided;
    const out = allocateZeros(input.dtype, sizeOf(shape));
    if (value !== 0) out.fill(value);
    const strides = stridesOf(shape);
    const { data, at, count } = along(input, 0, input.shape.length);
    const inner = input.shape.at(-1) ?? 1;
    const step = input.shape.length === 0 ? 0 : (steps.at(-1) as number);
    const index = input.shape.map(() => 0);
    for (let from = 0; from < count; from += inner) {
      let to = 0;
      for (let dim = 0; dim < index.length; dim++) {
        to +=
          (strides[dim] as number) *
          ((starts[dim] as number) + (index[dim] as number) * (steps[dim] as number));
      }
      for (let i = 0; i < inner; i++) out[to + i * step] = data[at + from + i] as number;
      for (let dim = index.length - 2; dim >= 0; dim--) {
        index[dim] = (index[dim] as number) + 1;
        if ((index[dim] as number) < (input.shape[dim] as number)) break;
        index[dim] = 0;
      }
    }
    return dense(out, input.dtype, shape);
  },
  concat: (inputs: readonly Strided[], shape: Shape, { dim }: { dim: number }): Strided => {
    const { dtype } = inputs[0] as Strided;
    const out = allocate(dtype, sizeOf(shape));
    const row = sizeOf(shape.slice(dim));
    let column = 0;
    for (const input of inputs) {
      const { data, at, outer, count, inner } = along(input, dim);
      const length = count * inner;
      for (let o = 0; o < outer; o++) {
        const from = at + o * length;
        const to = o * row + column;
        // A call costs more than a few numbers.
        if (length > 32) out.set(data.subarray(from, from + length), to);
        else for (let i = 0; i < length; i++) out[to + i] = data[from + i] as number;
      }
      column += length;
    }
    return dense(out, dtype, shape);
  },
  to: ([x]: readonly Strided[], shape: Shape, { dtype }: { dtype: DType }): Strided => {
    const input = x as Strided;
    const out = allocate(dtype, input.size);
    copyTo(out, input, shape);
    return dense(out, dtype, shape, input);
  },
};
