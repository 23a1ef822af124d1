import type { Random } from "@outgrad/engine/random";

/** A random number with two digits behind the point, so that it reads well in a sentence. */
export function decimal(random: Random, low: number, high: number): number {
  return Math.round(random.uniform(low, high) * 100) / 100;
}

/** Random numbers of that kind, in a row. */
export function decimals(random: Random, count: number, low = -2, high = 2): number[] {
  return Array.from({ length: count }, () => decimal(random, low, high));
}
