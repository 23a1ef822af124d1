import { type Dataset, type DatasetOptions, dataset, type Sample } from "./dataset.js";

const corners: readonly Sample[] = [
  [-1, -1, 0],
  [-1, 1, 1],
  [1, -1, 1],
  [1, 1, 0],
];

/**
 * The exclusive or: four heaps at (±1, ±1), label 1 where x and y differ in sign, else 0.
 *
 * Sample i of the n belongs to corner i modulo 4, so `xor({ n: 4, noise: 0 })` is the truth table. noise
 * defaults to 0.2. Throws a RangeError if n is not an integer >= 1 or noise is not a finite number >= 0.
 */
export function xor({ noise = 0.2, ...options }: DatasetOptions = {}): Dataset {
  return dataset("xor", { noise, ...options }, (n) =>
    Array.from({ length: n }, (_, i) => corners[i % 4] as Sample),
  );
}
