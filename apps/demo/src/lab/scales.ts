/** 1, 2 and 5 times every power of ten between the exponents. */
export const decades = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i).flatMap((exponent) =>
    [1, 2, 5].map((digit) => Number(`${digit}e${exponent}`)),
  );

/** The learning rates of a slider. */
export const rates = decades(-4, 0).slice(0, -1);

/** The sizes of batches of a slider. */
export const batches = [1, 2, 5, 10, 16, 25, 32, 50, 64, 100, 150, 250, 500];

/** The place of the number in a rising list that is nearest to a value, by ratio where that makes sense. */
export function nearest(list: readonly number[], value: number): number {
  const distance = (entry: number) => Math.abs(entry - value) / (Math.abs(entry) + Math.abs(value) || 1);
  return list.reduce((best, entry, i) => (distance(entry) < distance(list[best] as number) ? i : best), 0);
}
