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
const functionsOf = (numbers: Floats) =>
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
function eachColumn({ at, outer, count, inner }: Blocks, f: (from: number, column: number) => void): void {
  for (let o = 0, column = 0; o < outer; o++) {
    for (let i = 0; i < inner; i++, column++) f(at + o * count * inner + i, column);
  }
}

interface Along {
  readonly dim: number;
}

type Formula = (x: number, shift: number, sum: number) => number;

const formulas: Readonly<Record<ColumnOp, (functions: ReturnType<typeof functionsOf>) => Formula>> = {
  softmax:
    ({ exp }) =>
    (x, shift, sum) =>
      exp(x - shift) / sum,
  logSoftmax:
    ({ log }) =>
    (x, shift, sum) =>
      x - shift - log(sum),
};

/** The op of each column, in JavaScript, written to `out` in the order of the blocks. */
export function plainColumns(op: ColumnOp, blocks: Blocks, out: Floats): void {
  const { data, at: start, count, inner } = blocks;
  const f = formulas[op](functionsOf(data));
  eachColumn(blocks, (from) => {
    const shift = greatest(blocks, from);
    const sum = sumOfExp(blocks, from, shift);
    for (let r = 0, at = from; r < count; r++, at += inner)
      out[at - start] = f(data[at] as number, shift, sum);
  });
}

const inWasm = patience(1 << 18, 32, (heap) => new WasmColumns(heap));

const normalised =
  (op: ColumnOp) =>
  ([x]: readonly Strided[], shape: Shape, { dim }: Along): Strided => {
    const input = x as Strided;
    const blocks = along(input, dim);
    const out = allocate(input.dtype, input.size);
    if (!inWasm(out.length)?.run(op, blocks, out)) plainColumns(op, blocks, out);
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
    eachColumn(blocks, (from, column) => {
      const most = greatest(blocks, from);
      // An infinity would be subtracted from itself.
      const shift = Number.isFinite(most) ? most : 0;
      out[column] = log(sumOfExp(blocks, from, shift)) + shift;
    });
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
