import type { Matrix, Multiply, Row } from "./gemm/matrix.js";
import { plainGemm } from "./gemm/plain.js";
import { WasmGemm } from "./gemm/wasm.js";
import { sharedHeap } from "./heap.js";

export type { Matrix, Multiply, Row } from "./gemm/matrix.js";

/** Below so many products m n k JavaScript is done before a call into WebAssembly is. */
const few = 64;

let wasm: WasmGemm | null | undefined;

/** Threads that multiply together. */
export interface Team {
  /** Whether a product is large enough to be shared. */
  wants(m: number, n: number, k: number): boolean;
  /** The product; what the team cannot finish it computes with `alone`. */
  multiply(alone: Multiply, ...product: Parameters<Multiply>): void;
}

let team: Team | null = null;

/** Has large products shared from now on by threads that are ready; by none, with null. */
export function shareProducts(threads: Team | null): void {
  team = threads;
}

/**
 * The product of two matrices: out[m, n] = a[m, k] b[k, n], or out += a b with `accumulate`, or with a `bias` each row
 * of out is that row and the product's.
 *
 * All three have one dtype. a and b may have any strides, so a transposed operand is the same array with its strides
 * exchanged; the elements of out must be distinct, and best lie row by row. Of an empty sum (k = 0) comes 0, or what was
 * in out. Nothing is skipped: 0 times an infinity is NaN.
 *
 * Order of the sums: k is cut into runs of 256 terms; the terms of a run are added to 0 from the first to the last, and
 * each run's sum is written to out, or added to it if it is not the first. In float64 every product and sum rounds
 * once, so the bits are the same on every machine. In float32 they are those of the way that is taken: sums in doubles
 * rounded once for each run in JavaScript, sums in floats in WebAssembly, with fused multiply-adds where the machine
 * has them.
 *
 * Works without WebAssembly, and where a Content-Security-Policy forbids it, about ten times slower.
 *
 * @throws RangeError for a matrix that leaves its array, TypeError for two dtypes; out has not changed then.
 */
export function gemm(
  m: number,
  n: number,
  k: number,
  a: Matrix,
  b: Matrix,
  out: Matrix,
  accumulate = false,
  bias: Row | null = null,
): void {
  check("a", m, k, a, out);
  check("b", k, n, b, out);
  check("out", m, n, out, out);
  if (team?.wants(m, n, k) && out.columnStride === 1) {
    team.multiply(alone, m, n, k, a, b, out, accumulate, bias);
  } else {
    alone(m, n, k, a, b, out, accumulate, bias);
  }
}

const alone: Multiply = (m, n, k, a, b, out, accumulate, bias) => {
  if (m * n * k >= few && out.columnStride === 1) {
    if (wasm === undefined) {
      const heap = sharedHeap();
      wasm = heap && new WasmGemm(heap);
    }
    if (wasm?.multiply(m, n, k, a, b, out, accumulate, bias)) return;
  }
  plainGemm(m, n, k, a, b, out, accumulate, bias);
};

function check(name: string, rows: number, columns: number, matrix: Matrix, out: Matrix): void {
  const { data, offset, rowStride, columnStride } = matrix;
  if (data.BYTES_PER_ELEMENT !== out.data.BYTES_PER_ELEMENT) {
    throw new TypeError(
      `gemm: ${name} is a ${data.constructor.name} and out a ${out.data.constructor.name}; convert one of them.`,
    );
  }
  if (rows === 0 || columns === 0) return;
  const down = (rows - 1) * rowStride;
  const across = (columns - 1) * columnStride;
  const first = offset + Math.min(0, down) + Math.min(0, across);
  const last = offset + Math.max(0, down) + Math.max(0, across);
  if (first < 0 || last >= data.length) {
    throw new RangeError(
      `gemm: ${name} [${rows}, ${columns}] takes elements ${first} to ${last} of an array of ${data.length}.`,
    );
  }
}
