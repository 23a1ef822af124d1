import type { Dataset } from "../src/dataset.js";

/** Points and labels side by side. */
export const samplesOf = ({ points, labels }: Dataset): [number, number, number][] =>
  points.map(([x, y], i) => [x, y, labels[i] as number]);

/** The largest distance, along x or y, from an expected sample to the nearest found one of its class. */
export function worstDistance(found: number[][], expected: number[][]): number {
  const distances = expected.map(([x = 0, y = 0, label]) =>
    Math.min(
      ...found
        .filter((sample) => sample[2] === label)
        .map(([a = 0, b = 0]) => Math.max(Math.abs(a - x), Math.abs(b - y))),
    ),
  );
  return Math.max(...distances);
}

/** How many samples each class has. */
export function countsOf(labels: Iterable<number>): number[] {
  const counts: number[] = [];
  for (const label of labels) counts[label] = (counts[label] ?? 0) + 1;
  return counts;
}
