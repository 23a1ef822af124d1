/** Beyond it the length of an axis would not be a number. */
const largest = 1e307;

/** The least and the greatest of the finite numbers, never equal; 0 to 1 of nothing. */
export function extent(values: Iterable<number>): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) return [0, 1];
  if (low === high) high = low + (Math.abs(low) || 1);
  return [Math.max(low, -largest), Math.min(high, largest)];
}
