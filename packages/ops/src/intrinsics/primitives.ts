/**
 * What the programs of the intrinsics may call besides arithmetic, `Math.sqrt`, `Math.abs` and `Math.floor`:
 * moves of a double's bits, one or two instructions on lanes of numbers too. None of them rounds.
 */
const doubles = new Float64Array(1);
const words = new Int32Array(doubles.buffer);
const powers = /* @__PURE__ */ powersOf2();

/** The nearest integer, ties to even, of a number below 2^51: beside 1.5 * 2^52 there is no room for a fraction. */
export function nearest(x: number): number {
  return x + 6755399441055744 - 6755399441055744;
}

/** The double 2^k, for an integer k from -1022 to 1023; 0 for -1023, Infinity for 1024, any number for another k. */
export function pow2(k: number): number {
  // From a table: a double written as words and read at once makes the processor wait for its memory.
  return powers[(k + 1022) & 2047] as number;
}

/** The exponent of a positive number x: 2^exponent(x) <= x < 2^(exponent(x) + 1). Subnormal numbers and 0 give -1023. */
export function exponent(x: number): number {
  doubles[0] = x;
  return ((words[1] as number) >> 20) - 1023;
}

/** 1, or -1 where the sign bit is set, as it is in -0. Unlike a comparison it needs no guess of the processor. */
export function signOf(x: number): number {
  doubles[0] = x;
  return 1 | ((words[1] as number) >> 31);
}

/** The leading 26 bits of a number, as split() cuts them off. */
export function leading(x: number): number {
  const shift = x * 134217729;
  return shift - (shift - x);
}

function powersOf2(): Float64Array {
  const table = new Float64Array(2048);
  let power = 2 ** -1022;
  for (let i = 0; i < 2047; i++, power *= 2) table[i] = power;
  return table;
}
