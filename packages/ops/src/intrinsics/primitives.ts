/**
 * What the programs of the intrinsics may call besides arithmetic, `Math.sqrt`, `Math.abs` and `Math.floor`:
 * moves of a double's bits. Each is one or two instructions on lanes too. None of them ever rounds.
 */
const doubles = new Float64Array(1);
const words = new Int32Array(doubles.buffer);

/** The nearest integer, ties to even, of a number below 2^51: beside 1.5 * 2^52 there is no room for a fraction. */
export function nearest(x: number): number {
  return x + 6755399441055744 - 6755399441055744;
}

/** The double 2^k, for an integer k from -1022 to 1023. */
export function pow2(k: number): number {
  words[0] = 0;
  words[1] = (k + 1023) << 20;
  return doubles[0] as number;
}

/** The exponent of a positive number x: 2^exponent(x) <= x < 2^(exponent(x) + 1). Subnormal numbers and 0 give -1023. */
export function exponent(x: number): number {
  doubles[0] = x;
  return ((words[1] as number) >> 20) - 1023;
}
