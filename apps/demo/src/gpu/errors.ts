/** How far computed numbers are from the exact ones. */
export interface Errors {
  /** The largest difference, and the largest by the size of the exact number. */
  readonly absolute: number;
  readonly relative: number;
  /** Some of the differences, as parts of `unit`. */
  readonly sample: Float64Array;
}

/** The rounding of float32: half the distance from 1 to the next number. */
export const rounding = 2 ** -24;

/** Beyond this many a histogram looks the same. */
const mostSampled = 4096;

/** The root mean square of the exact numbers: what a difference is compared with in a histogram. */
function typical(exact: Float64Array): number {
  let squares = 0;
  for (const x of exact) squares += x * x;
  return Math.sqrt(squares / exact.length);
}

/** Compares; the sample is in roundings of a typical result. */
export function errorsOf(found: ArrayLike<number>, exact: Float64Array): Errors {
  const unit = rounding * typical(exact);
  const every = Math.max(1, Math.ceil(exact.length / mostSampled));
  const sample = new Float64Array(Math.ceil(exact.length / every));
  let [absolute, relative] = [0, 0];
  for (let i = 0; i < exact.length; i++) {
    const wanted = exact[i] as number;
    const off = (found[i] as number) - wanted;
    // What is not a number is as wrong as can be.
    absolute = Math.max(absolute, Number.isNaN(off) ? Infinity : Math.abs(off));
    if (off !== 0) relative = Math.max(relative, Math.abs(off / wanted) || Infinity);
    if (i % every === 0) sample[i / every] = off / unit;
  }
  return { absolute, relative, sample };
}
