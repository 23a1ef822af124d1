import type { Matrix } from "../../src/kernels/gemm.js";

export type Reals = Float32Array | Float64Array;
export type Multiply = (
  m: number,
  n: number,
  k: number,
  a: Matrix,
  b: Matrix,
  out: Matrix,
  accumulate: boolean,
) => void;

/** The element [i, j]. */
export const element = ({ data, offset, rowStride, columnStride }: Matrix, i: number, j: number): number =>
  data[offset + i * rowStride + j * columnStride] as number;

/** A matrix row by row. */
export const rowMajor = (data: Reals, columns: number, offset = 0): Matrix => ({
  data,
  offset,
  rowStride: columns,
  columnStride: 1,
});

/** Whether two numbers are the same bits, any NaN being a NaN. */
export const same = Object.is;

/**
 * One element of a product by its definition: runs of 256 terms, each from 0 on, added to what was there. With it the
 * same sum of magnitudes, which errors are measured by.
 */
export function entry(i: number, j: number, k: number, a: Matrix, b: Matrix, before?: number) {
  let sum = before;
  let magnitude = Math.abs(before ?? 0);
  for (let from = 0; from < k || from === 0; from += 256) {
    let run = 0;
    for (let p = from; p < Math.min(k, from + 256); p++) {
      const term = element(a, i, p) * element(b, p, j);
      run += term;
      magnitude += Math.abs(term);
    }
    sum = sum === undefined ? run : sum + run;
  }
  return { sum: sum as number, magnitude };
}
