import type { Floats } from "../tensor/dtype.js";
import { allocate } from "../tensor/memory.js";
import type { Shape } from "../tensor/shape.js";
import type { Reduction, Variance } from "../tensor/shape-ops/reduce.js";
import { contiguous, dense, type Strided } from "../tensor/strided.js";
import { along, alongAll, type Blocks, runsOf } from "./blocks.js";
import { patience } from "./patience.js";
import { leaf } from "./reduce/module.js";
import { WasmSums } from "./reduce/wasm.js";

// Sums are taken in double, whatever the dtype. Along the last dim they are pairwise: rows of up to `leaf` numbers are
// added by four sums at once, longer ones in halves. Along another dim, rows are added one after the other.

/** The sum of n numbers from `at`. */
export function pairwise(data: Floats, at: number, n: number): number {
  if (n > leaf) {
    const half = (n >> 1) & ~3;
    return pairwise(data, at, half) + pairwise(data, at + half, n - half);
  }
  let [a, b, c, d] = [0, 0, 0, 0];
  const end = at + n;
  let i = at;
  for (; i + 3 < end; i += 4) {
    a += data[i] as number;
    b += data[i + 1] as number;
    c += data[i + 2] as number;
    d += data[i + 3] as number;
  }
  for (; i < end; i++) a += data[i] as number;
  return a + b + (c + d);
}

/** The sum of each column, in JavaScript, added to the zeros in `out`. */
export function plainSums({ data, at, outer, count, inner }: Blocks, out: Float64Array): void {
  if (inner === 1) {
    for (let o = 0; o < outer; o++) out[o] = pairwise(data, at + o * count, count);
    return;
  }
  for (let o = 0, from = at; o < outer; o++) {
    const start = o * inner;
    for (let r = 0; r < count; r++) {
      for (let i = start; i < start + inner; i++) out[i] = (out[i] as number) + (data[from++] as number);
    }
  }
}

const inWasm = patience(1 << 16, 256, (heap) => new WasmSums(heap));

function sums(blocks: Blocks): Float64Array {
  const { outer, count, inner } = blocks;
  const out = new Float64Array(outer * inner);
  if (!inWasm(outer * count * inner)?.run(blocks, out)) plainSums(blocks, out);
  return out;
}

/** The greatest of n numbers times `sign`, NaN if there is one. */
function greatest(data: Floats, at: number, n: number, sign = 1): number {
  let best = Number.NEGATIVE_INFINITY;
  for (let i = at; i < at + n; i++) {
    const x = (data[i] as number) * sign;
    if (x > best) best = x;
    else if (Number.isNaN(x)) return x;
  }
  return best;
}

/** The greatest (sign 1) or smallest (sign -1) of each column of a block; NaN if there is one. */
function extremes({ data, at, outer, count, inner }: Blocks, sign: 1 | -1): Float64Array {
  const worst = sign === 1 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const out = new Float64Array(outer * inner).fill(worst);
  for (let o = 0, from = at; o < outer; o++) {
    const start = o * inner;
    if (inner === 1) {
      out[o] = sign === 1 ? greatest(data, from, count) : -greatest(data, from, count, -1);
      from += count;
      continue;
    }
    for (let r = 0; r < count; r++) {
      for (let i = start; i < start + inner; i++) {
        const x = data[from++] as number;
        const best = out[i] as number;
        // Written so that a NaN comes in and stays.
        if (!((sign === 1 ? x <= best : x >= best) || Number.isNaN(best))) out[i] = x;
      }
    }
  }
  return out;
}

type Step = (blocks: Blocks) => Float64Array;

/** A reduction that can be done run by run of neighbouring dims. */
const stepwise =
  (step: Step) =>
  ([x]: readonly Strided[], shape: Shape, { dims }: Reduction): Strided => {
    const input = x as Strided;
    let now = input;
    for (const [first, last] of runsOf(dims)) {
      const reduced = now.shape.toSpliced(first, last - first);
      now = dense(step(along(now, first, last)), "float64", reduced);
    }
    return rounded(now, input, shape);
  };

/** The result in the dtype of the operand. */
function rounded(found: Strided, { dtype }: Strided, shape: Shape): Strided {
  const { data, offset, size } = contiguous(found);
  const out = allocate(dtype, size);
  for (let i = 0; i < size; i++) out[i] = data[offset + i] as number;
  return dense(out, dtype, shape);
}

/** The index of the first greatest of n numbers times `sign`, or of the first NaN. */
function place(data: Floats, at: number, n: number, sign: 1 | -1): number {
  let found = at;
  let best = (data[at] as number) * sign;
  for (let i = at + 1; i < at + n && !Number.isNaN(best); i++) {
    const x = (data[i] as number) * sign;
    if (x <= best) continue;
    best = x;
    found = i;
  }
  return found - at;
}

/** For each column the index of the first greatest (sign 1) or smallest, or of the first NaN. */
function places({ data, at, outer, count, inner }: Blocks, sign: 1 | -1): Float64Array {
  const out = new Float64Array(outer * inner);
  const best = new Float64Array(outer * inner);
  for (let o = 0, from = at; o < outer; o++) {
    if (inner === 1) {
      out[o] = place(data, from, count, sign);
      from += count;
      continue;
    }
    for (let r = 0; r < count; r++) {
      for (let k = o * inner; k < (o + 1) * inner; k++) {
        const x = data[from++] as number;
        const before = best[k] as number;
        if (r > 0 && ((sign === 1 ? x <= before : x >= before) || Number.isNaN(before))) continue;
        best[k] = x;
        out[k] = r;
      }
    }
  }
  return out;
}

const index =
  (sign: 1 | -1) =>
  ([x]: readonly Strided[], shape: Shape, { dims }: Reduction): Strided =>
    dense(places(alongAll(x as Strided, dims), sign), "float64", shape);

/** The sum of the squares of how far n numbers are from a mean. */
function squaresOff(data: Floats, at: number, n: number, mean: number): number {
  let sum = 0;
  for (let i = at; i < at + n; i++) {
    const off = (data[i] as number) - mean;
    sum += off * off;
  }
  return sum;
}

/** The variance of each column in two passes: the mean first, so that a large offset costs no digits. */
function variances(blocks: Blocks, correction: number): Float64Array {
  const { data, at, outer, count, inner } = blocks;
  const means = sums(blocks).map((sum) => sum / count);
  const squares = new Float64Array(outer * inner);
  for (let o = 0, from = at; o < outer; o++) {
    if (inner === 1) {
      squares[o] = squaresOff(data, from, count, means[o] as number);
      from += count;
      continue;
    }
    for (let r = 0; r < count; r++) {
      for (let k = o * inner; k < (o + 1) * inner; k++) {
        const off = (data[from++] as number) - (means[k] as number);
        squares[k] = (squares[k] as number) + off * off;
      }
    }
  }
  return squares.map((square) => square / Math.max(0, count - correction));
}

export const reduceKernels = {
  sum: stepwise(sums),
  amax: stepwise((blocks) => extremes(blocks, 1)),
  amin: stepwise((blocks) => extremes(blocks, -1)),
  argmax: index(1),
  argmin: index(-1),
  var([x]: readonly Strided[], shape: Shape, { dims, correction }: Variance): Strided {
    const input = x as Strided;
    const found = variances(alongAll(input, dims), correction);
    return rounded(dense(found, "float64", shape), input, shape);
  },
};
