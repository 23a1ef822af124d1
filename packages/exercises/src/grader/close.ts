/** Whether two numbers are the same but for rounding; NaN is close to NaN only, an infinity to itself. */
export function close(a: number, b: number, tolerance = 1e-9): boolean {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return Object.is(a, b);
  return Math.abs(a - b) <= tolerance * Math.max(1e-3, Math.abs(a), Math.abs(b));
}

/** Whether two lists of numbers are the same but for rounding. */
export function allClose(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((x, i) => close(x, b[i] as number));
}
