import type { Random } from "@outgrad/engine/random";
import type { Numbers } from "./numbers.js";

/** A random number with two digits behind the point, so that it reads well in a sentence. */
export function decimal(random: Random, low: number, high: number): number {
  return Math.round(random.uniform(low, high) * 100) / 100;
}

/** Random numbers of that kind, in a row. */
export function decimals(random: Random, count: number, low = -2, high = 2): number[] {
  return Array.from({ length: count }, () => decimal(random, low, high));
}

/** A table of them. */
export function table(random: Random, rows: number, columns: number): number[][] {
  return Array.from({ length: rows }, () => decimals(random, columns));
}

/** Numbers and lists as both languages write them. */
export function literal(numbers: Numbers): string {
  return typeof numbers === "number" ? String(numbers) : `[${numbers.map(literal).join(", ")}]`;
}
