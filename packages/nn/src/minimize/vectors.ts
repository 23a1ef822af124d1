/** The sum of the products of corresponding entries. */
export function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** Adds factor · b to a, in place, and gives a. */
export function add(a: Float64Array, factor: number, b: Float64Array): Float64Array {
  for (let i = 0; i < a.length; i++) a[i] = (a[i] as number) + factor * (b[i] as number);
  return a;
}

/** Multiplies every entry, in place, and gives a. */
export function scale(a: Float64Array, factor: number): Float64Array {
  for (let i = 0; i < a.length; i++) a[i] = factor * (a[i] as number);
  return a;
}

/** The largest magnitude among the entries. */
export const largest = (a: Float64Array): number =>
  a.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);

/** The sum of the magnitudes of the entries. */
export const total = (a: Float64Array): number => a.reduce((sum, entry) => sum + Math.abs(entry), 0);
