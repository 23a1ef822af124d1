/** A matrix in a flat array: element [i, j] is `data[offset + i * rowStride + j * columnStride]`, in elements. */
export interface Matrix {
  readonly data: Float32Array | Float64Array;
  readonly offset: number;
  /** Any integer: 0 repeats one row, a negative one walks backwards. */
  readonly rowStride: number;
  readonly columnStride: number;
}

/** Numbers in a row: element i is `data[offset + i * stride]`. */
export interface Row {
  readonly data: Float32Array | Float64Array;
  readonly offset: number;
  readonly stride: number;
}

/** What computes a product, as gemm.ts has it. */
export type Multiply = (
  m: number,
  n: number,
  k: number,
  a: Matrix,
  b: Matrix,
  out: Matrix,
  accumulate: boolean,
  bias?: Row | null,
) => void;
