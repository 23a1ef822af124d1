import { exp, log } from "@outgrad/ops/intrinsics";
import { expf, logf } from "@outgrad/ops/intrinsics/float32";
import type { Floats } from "../tensor/dtype.js";
import { allocate } from "../tensor/memory.js";
import type { Shape } from "../tensor/shape.js";
import type { Reduction } from "../tensor/shape-ops/reduce.js";
import { dense, type Strided } from "../tensor/strided.js";
import { along, alongAll, type Blocks } from "./blocks.js";
import { patience } from "./patience.js";
import type { ColumnOp } from "./softmax/passes.js";
import { WasmColumns } from "./softmax/wasm.js";

/** What is called of numbers of these arrays. */
export const functionsOf = (numbers: Floats): { exp: typeof exp; log: typeof log } =>
  numbers.BYTES_PER_ELEMENT === 4 ? { exp: expf, log: logf } : { exp, log };

/** The greatest number of a column, NaN if there is one; -Infinity of nothing. */
function greatest({ data, count, inner }: Blocks, from: number): number {
  let best = Number.NEGATIVE_INFINITY;
  for (let r = 0, at = from; r < count; r++, at += inner) {
    const x = data[at] as number;
    if (!(x <= best || Number.isNaN(best))) best = x;
  }
  return best;
}

/**
 * The sum of exp(x - shift) over a column, from the first term to the last; of numbers that lie together, the sum of
 * every second term and the sum of the others.
 */
function sumOfExp({ data, count, inner }: Blocks, from: number, shift: number): number {
  const { exp } = functionsOf(data);
  let sum = 0;
  let other = 0;
  for (let r = 0, at = from; r < count; r++, at += inner) {
    const term = exp((data[at] as number) - shift);
    if (inner === 1 && r % 2 === 1) other += term;
    else sum += term;
  }
  return sum + other;
}

/** Calls f with the start of each column. */
export function eachColumn(
  { at, outer, count, inner }: Blocks,
  f: (from: number, column: number) => void,
): void {
  for (let o = 0, column = 0; o < outer; o++) {
    for (let i = 0; i < inner; i++, column++) f(at + o * count * inner + i, column);
  }
}

interface Along {
  readonly dim: number;
}

/** An op of each column, in JavaScript, with `out` and `slots` as WasmColumns.run has them. */
export function plainColumns(
  op: ColumnOp,
  blocks: Blocks,
  out: Floats | null,
  slots: Float64Array | null,
): void {
  const { data, at: start, count, inner } = blocks;
  const { exp, log } = functionsOf(data);
  eachColumn(blocks, (from, column) => {
    const shift = greatest(blocks, from);
    const sum = sumOfExp(blocks, from, shift);
    if (out === null) {
      slots?.set([shift, sum], 2 * column);
      return;
    }
    const logOfSum = log(sum);
    const factor = slots ? (slots[2 * column] as number) / sum : 1;
    for (let r = 0, at = from; r < count; r++, at += inner) {
      const x = data[at] as number;
      if (op === "logSoftmax") out[at - start] = x - shift - logOfSum;
      else out[at - start] = op === "softmax" ? exp(x - shift) / sum : exp(x - shift) * factor;
    }
  });
}

const inWasm = patience(1 << 18, 32, (heap) => new WasmColumns(heap));

/** An op of each column; `out` and `slots` as WasmColumns.run has them. */
export function runColumns(
  op: ColumnOp,
  blocks: Blocks,
  out: Floats | null,
  slots: Float64Array | null,
): void {
  const size = blocks.outer * blocks.count * blocks.inner;
  if (!inWasm(size)?.run(op, blocks, out, slots)) plainColumns(op, blocks, out, slots);
}

/** For each column its greatest number, and the sum of exp(x - that). */
export function momentsOf(blocks: Blocks): Float64Array {
  const moments = new Float64Array(2 * blocks.outer * blocks.inner);
  runColumns("moments", blocks, null, moments);
  return moments;
}

const normalised =
  (op: "softmax" | "logSoftmax") =>
  ([x]: readonly Strided[], shape: Shape, { dim }: Along): Strided => {
    const input = x as Strided;
    const out = allocate(input.dtype, input.size);
    runColumns(op, along(input, dim), out, null);
    return dense(out, input.dtype, shape, input);
  };

export const softmaxKernels = {
  softmax: normalised("softmax"),
  logSoftmax: normalised("logSoftmax"),
  logsumexp([x]: readonly Strided[], shape: Shape, { dims }: Reduction): Strided {
    const input = x as Strided;
    const blocks = alongAll(input, dims);
    const out = allocate(input.dtype, blocks.outer * blocks.inner);
    const { log } = functionsOf(out);
    const moments = momentsOf(blocks);
    for (let column = 0; column < out.length; column++) {
      const shift = moments[2 * column] as number;
      // An infinity has been subtracted from itself.
      out[column] = Number.isFinite(shift) ? log(moments[2 * column + 1] as number) + shift : shift;
    }
    return dense(out, input.dtype, shape);
  },
  cumsum([x]: readonly Strided[], shape: Shape, { dim }: Along): Strided {
    const input = x as Strided;
    const blocks = along(input, dim);
    const { data, at: start, count, inner } = blocks;
    const out = allocate(input.dtype, input.size);
    eachColumn(blocks, (from) => {
      let sum = 0;
      for (let r = 0, at = from; r < count; r++, at += inner) {
        sum += data[at] as number;
        out[at - start] = sum;
      }
    });
    return dense(out, input.dtype, shape, input);
  },
};
