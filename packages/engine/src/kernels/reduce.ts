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

/** A reduction that needs all numbers of a column at once. */
const columnwise =
  <Options extends Reduction>(f: (blocks: Blocks, from: number, options: Options) => number) =>
  ([x]: readonly Strided[], shape: Shape, options: Options): Strided => {
    const input = x as Strided;
    const blocks = alongAll(input, options.dims);
    const out = allocate(input.dtype, blocks.outer * blocks.inner);
    for (let o = 0, k = 0; o < blocks.outer; o++) {
      for (let i = 0; i < blocks.inner; i++, k++) {
        out[k] = f(blocks, blocks.at + o * blocks.count * blocks.inner + i, options);
      }
    }
    return dense(out, input.dtype, shape);
  };

/** The index of the first greatest (sign 1) or smallest, or of the first NaN. */
function argument({ data, count, inner }: Blocks, from: number, sign: 1 | -1): number {
  let index = 0;
  let best = data[from] as number;
  for (let r = 1; r < count && !Number.isNaN(best); r++) {
    const x = data[from + r * inner] as number;
    if (sign === 1 ? !(x <= best) : !(x >= best)) {
      best = x;
      index = r;
    }
  }
  return index;
}

const index =
  (sign: 1 | -1) =>
  ([x]: readonly Strided[], shape: Shape, { dims }: Reduction): Strided => {
    const blocks = alongAll(x as Strided, dims);
    const out = new Float64Array(blocks.outer * blocks.inner);
    for (let o = 0, k = 0; o < blocks.outer; o++) {
      for (let i = 0; i < blocks.inner; i++, k++) {
        out[k] = argument(blocks, blocks.at + o * blocks.count * blocks.inner + i, sign);
      }
    }
    return dense(out, "float64", shape);
  };

/** Variance in two passes: the mean first, so that a large offset costs no digits. */
function variance({ data, count, inner }: Blocks, from: number, { correction }: Variance): number {
  let sum = 0;
  for (let r = 0; r < count; r++) sum += data[from + r * inner] as number;
  const mean = sum / count;
  let squares = 0;
  for (let r = 0; r < count; r++) {
    const off = (data[from + r * inner] as number) - mean;
    squares += off * off;
  }
  return squares / Math.max(0, count - correction);
}

export const reduceKernels = {
  sum: stepwise(sums),
  amax: stepwise((blocks) => extremes(blocks, 1)),
  amin: stepwise((blocks) => extremes(blocks, -1)),
  argmax: index(1),
  argmin: index(-1),
  var: columnwise(variance),
};
