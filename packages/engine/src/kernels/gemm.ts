/** A matrix in a flat array: element [i, j] is `data[offset + i * rowStride + j * columnStride]`, in elements. */
export interface Matrix {
  readonly data: Float32Array | Float64Array;
  readonly offset: number;
  /** Any integer: 0 repeats one row, a negative one walks backwards. */
  readonly rowStride: number;
  readonly columnStride: number;
}

/** Sums over k are taken in runs of so many terms. */
const run = 256;

/**
 * The product of two matrices: out[m, n] = a[m, k] b[k, n], or out += a b with `accumulate`.
 *
 * All three have one dtype, and `out` shares no numbers with `a` and `b`. Any strides will do, so a transposed operand
 * is the same array with its strides exchanged. Of an empty sum (k = 0) comes 0, or what was in `out`.
 *
 * Order of the sums: k is cut into runs of 256 terms; the terms of a run are added to 0 from the first to the last, the
 * runs are added to `out` in their order. In float64 that is all there is to say. In float32 the sum of a run is taken
 * in double here and rounded once. Nothing is skipped: 0 times an infinity is NaN.
 */
export function gemm(
  m: number,
  n: number,
  k: number,
  a: Matrix,
  b: Matrix,
  out: Matrix,
  accumulate = false,
): void {
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      const at = out.offset + i * out.rowStride + j * out.columnStride;
      if (!accumulate) out.data[at] = 0;
      for (let from = 0; from < k; from += run) {
        let sum = 0;
        for (let p = from; p < Math.min(k, from + run); p++) {
          const left = a.data[a.offset + i * a.rowStride + p * a.columnStride] as number;
          sum += left * (b.data[b.offset + p * b.rowStride + j * b.columnStride] as number);
        }
        out.data[at] = (out.data[at] as number) + sum;
      }
    }
  }
}
