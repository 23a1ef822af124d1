import type { Indices } from "../tensor/indices.js";
import { allocate, allocateZeros } from "../tensor/memory.js";
import { type Shape, sizeOf } from "../tensor/shape.js";
import { dense, type Strided, stridesOf } from "../tensor/strided.js";
import { along } from "./blocks.js";

interface Along {
  readonly dim: number;
  readonly index: Indices;
}

/** For each element of `small`, in order, its place in a tensor of shape `large` with its index along `dim`. */
function eachPlace(
  small: Shape,
  large: Shape,
  dim: number,
  index: Int32Array,
  f: (at: number, i: number) => void,
): void {
  const strides = stridesOf(large);
  const step = strides[dim] as number;
  const here = small.map(() => 0);
  for (let i = 0; i < index.length; i++) {
    let at = (index[i] as number) * step;
    for (let d = 0; d < here.length; d++) if (d !== dim) at += (here[d] as number) * (strides[d] as number);
    f(at, i);
    for (let d = here.length - 1; d >= 0; d--) {
      here[d] = (here[d] as number) + 1;
      if ((here[d] as number) < (small[d] as number)) break;
      here[d] = 0;
    }
  }
}

/** Elements taken and added by their indices, which have been checked. */
export const indexKernels = {
  gather([x]: readonly Strided[], shape: Shape, { dim, index }: Along): Strided {
    const input = x as Strided;
    const { data, at } = along(input, 0, input.shape.length);
    const out = allocate(input.dtype, index.data.length);
    eachPlace(index.shape, input.shape, dim, index.data, (place, i) => {
      out[i] = data[at + place] as number;
    });
    return dense(out, input.dtype, shape);
  },
  scatterAdd([x]: readonly Strided[], shape: Shape, { dim, index }: Along): Strided {
    const input = x as Strided;
    const { data, at } = along(input, 0, input.shape.length);
    const sums = new Float64Array(sizeOf(shape));
    eachPlace(index.shape, shape, dim, index.data, (place, i) => {
      sums[place] = (sums[place] as number) + (data[at + i] as number);
    });
    if (input.dtype === "float64") return dense(sums, "float64", shape);
    // Most places are often untouched: those are not even looked at.
    const out = allocateZeros("float32", sums.length);
    eachPlace(index.shape, shape, dim, index.data, (place) => {
      out[place] = sums[place] as number;
    });
    return dense(out, "float32", shape);
  },
  indexSelect([x]: readonly Strided[], shape: Shape, { dim, index }: Along): Strided {
    const input = x as Strided;
    const { data, at, outer, count, inner } = along(input, dim);
    const out = allocate(input.dtype, sizeOf(shape));
    let to = 0;
    for (let o = 0; o < outer; o++) {
      for (let r = 0; r < index.data.length; r++) {
        const from = at + (o * count + (index.data[r] as number)) * inner;
        // A call costs more than a few numbers.
        if (inner > 32) out.set(data.subarray(from, from + inner), to);
        else for (let i = 0; i < inner; i++) out[to + i] = data[from + i] as number;
        to += inner;
      }
    }
    return dense(out, input.dtype, shape);
  },
  indexAdd([x]: readonly Strided[], shape: Shape, { dim, index }: Along): Strided {
    const input = x as Strided;
    const { data, at, outer, inner } = along(input, dim);
    const sums = new Float64Array(sizeOf(shape));
    let from = at;
    for (let o = 0; o < outer; o++) {
      for (let r = 0; r < index.data.length; r++) {
        const to = (o * (shape[dim] as number) + (index.data[r] as number)) * inner;
        for (let i = 0; i < inner; i++) sums[to + i] = (sums[to + i] as number) + (data[from++] as number);
      }
    }
    return rounded(sums, input, shape);
  },
  argsort(
    [x]: readonly Strided[],
    shape: Shape,
    { dim, descending }: { dim: number; descending: boolean },
  ): Strided {
    const { data, at, outer, count, inner } = along(x as Strided, dim);
    const out = new Float64Array(sizeOf(shape));
    const order = Array.from({ length: count }, (_, r) => r);
    for (let o = 0; o < outer; o++) {
      for (let i = 0; i < inner; i++) {
        const from = o * count * inner + i;
        const compare = (p: number, q: number): number => {
          const before = rank(data[at + from + p * inner] as number, data[at + from + q * inner] as number);
          return descending ? -before : before;
        };
        order.toSorted(compare).forEach((r, k) => {
          out[from + k * inner] = r;
        });
      }
    }
    return dense(out, "float64", shape);
  },
};

/** Sums that were taken in double, in the operand's dtype. */
const rounded = (sums: Float64Array, { dtype }: Strided, shape: Shape): Strided =>
  dense(dtype === "float64" ? sums : Float32Array.from(sums), dtype, shape);

/** Below 0 if a comes before b in rising order; NaN is the greatest, and 0 and -0 are equal. */
function rank(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  if (a === b) return 0;
  return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
}
