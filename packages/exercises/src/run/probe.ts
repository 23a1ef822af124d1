import type { Random } from "@outgrad/engine/random";
import type { Numbers } from "./numbers.js";

/** A random number with two digits behind the point, so that it reads well in a sentence. */
export function decimal(random: Random, low: number, high: number): number {
  return Math.round(random.uniform(low, high) * 100) / 100;
}

/** How far apart the sizes of numbers are, and how far from 0 and from 1. */
const apart = 0.03;

/**
 * Random numbers of that kind, in a row, no two of the same size and none of size 0 or 1: a mistake would not show where
 * numbers happen to be alike. For many numbers in a small range that is left aside in the end.
 */
export function decimals(random: Random, count: number, low = -2, high = 2): number[] {
  const sizes = [0, 1];
  return Array.from({ length: count }, () => {
    let number = decimal(random, low, high);
    for (let turn = 0; turn < 50 && sizes.some((size) => Math.abs(Math.abs(number) - size) < apart); turn++) {
      number = decimal(random, low, high);
    }
    sizes.push(Math.abs(number));
    return number;
  });
}

/** A table of them. */
export function table(random: Random, rows: number, columns: number): number[][] {
  const numbers = decimals(random, rows * columns);
  return Array.from({ length: rows }, (_, i) => numbers.slice(i * columns, (i + 1) * columns));
}

/** Numbers and lists as both languages write them. */
export function literal(numbers: Numbers): string {
  return typeof numbers === "number" ? String(numbers) : `[${numbers.map(literal).join(", ")}]`;
}
