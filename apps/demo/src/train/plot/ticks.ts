/** Round numbers between two bounds, at most so many. */
export function ticks(low: number, high: number, most: number): number[] {
  const [digit = "1", exponent = "0"] = ((high - low) / Math.max(1, most)).toExponential(15).split("e");
  const factor = [1, 2, 5, 10].find((round) => round >= Number(digit)) ?? 10;
  const step = Number(`${factor}e${exponent}`);
  const first = Math.ceil(low / step);
  const count = Math.floor(high / step) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
