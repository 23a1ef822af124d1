import type { DType, Floats } from "../../tensor/dtype.js";

/**
 * What multiplies for convolutions, in a memory that others use between calls. Places are counted in numbers of the dtype, but for the
 * offsets of taps, which are 32-bit integers: places in the table are indices of `ints`, what they hold are bytes.
 */
export interface Machine {
  /** The memory, seen as numbers and as integers. */
  readonly floats: Floats;
  readonly ints: Int32Array;
  /** Makes room for so many bytes; false if there is not so much. `floats` and `ints` may be others afterwards. */
  reserve(bytes: number): boolean;
  /**
   * out[r, j] = the sum over k of weights[k, r] * source[offset k + j], for `rows` rows, 1 to 4, and `columns` columns
   * rounded up to whole tiles. The terms are added to 0 from the first to the last.
   */
  taps(
    rows: number,
    terms: number,
    columns: number,
    weights: number,
    offsets: number,
    source: number,
    out: number,
    outRow: number,
  ): void;
  /**
   * out[r, k] += the sum over j of left[r, j] * source[offset k + j], in as many parts as a vector has lanes: part l has
   * the columns j of which l is the rest. `terms` divides by 4, `columns` by the lanes.
   */
  dots(
    rows: number,
    terms: number,
    columns: number,
    left: number,
    leftRow: number,
    offsets: number,
    source: number,
    out: number,
  ): void;
}

/** How many numbers a vector of 16 bytes holds. */
export const lanesIn = (dtype: DType): 2 | 4 => (dtype === "float32" ? 4 : 2);

/** How many rows are worked on together. */
export const tileRows = 4;
/** So many columns may be written beyond the last one, and read beyond the last one that is needed. */
export const slack = 32;
