/** The functions that formulas call: portable, so that every engine computes the same bits. */
export * from "./generated/intrinsics/index.js";
export const { sqrt, abs, floor } = Math;

/** The nearest integer, halves to the even one: beside 2^52 a double has no room for a fraction. */
export function round(x: number): number {
  const size = Math.abs(x);
  if (!(size < 4503599627370496) || x === 0) return x;
  const nearest = size + 4503599627370496 - 4503599627370496;
  return x < 0 ? -nearest : nearest;
}
