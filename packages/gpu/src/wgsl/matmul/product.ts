/** Where the elements of a matrix lie: element (i, j) at offset + i * rows + j * columns. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly offset?: number;
}

/** A dim of a batch: how many products, and how far apart their operands lie; 0 for an operand that they share. */
export interface Batch {
  readonly size: number;
  readonly a: number;
  readonly b: number;
}

/**
 * Products a b of matrices [m, k] and [k, n], for each element of a batch; all sizes at least 1. Any strides that are
 * not negative will do, so a transposed operand is one with its two strides exchanged.
 */
export interface Product {
  readonly m: number;
  readonly n: number;
  readonly k: number;
  readonly a: Matrix;
  readonly b: Matrix;
  readonly batch?: readonly Batch[];
  /** Whether a third operand, n numbers, is added to each row. */
  readonly bias?: boolean;
}

/** How many matrices the result has. */
export const batchSize = ({ batch = [] }: Product): number => batch.reduce((size, dim) => size * dim.size, 1);
