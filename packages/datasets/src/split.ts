import { random } from "@outgrad/engine/random";

/** Options of `split`. */
export interface SplitOptions {
  /** The class of each sample. */
  labels: ArrayLike<number>;
  /** How many samples to train on, an integer from 1 to one less than all; the rest are for the test. */
  train: number;
  /** A safe integer or any string; 0 by default. */
  seed?: number | string;
}

/** Sample indices, each in one of the two lists, both in random order. */
export interface Split {
  readonly train: number[];
  readonly test: number[];
}

/**
 * Divides samples at random into some to train on and some to test with, so that each class has the same
 * share of both (stratified).
 *
 * A class of c samples out of n gives train · c / n to training, rounded down; what is then missing comes from
 * the classes with the largest remainders, the first ones where remainders tie.
 *
 * @example
 * const labels = [0, 0, 0, 0, 1, 1];
 * const { train, test } = split({ labels, train: 3, seed: 1 });
 * train.map((i) => labels[i]).sort() // => [ 0, 0, 1 ]
 */
export function split({ labels, train, seed = 0 }: SplitOptions): Split {
  const n = labels?.length;
  if (n === undefined) {
    throw new TypeError(`split: labels is a list with the class of each sample; got ${String(labels)}.`);
  }
  if (!Number.isSafeInteger(train) || train < 1 || train >= n) {
    throw new RangeError(
      `split: train is a number of samples, an integer from 1 to ${n - 1} for ${n} labels; got ${train}.`,
    );
  }
  const r = random(seed);
  const classes = new Map<number, number[]>();
  for (let i = 0; i < n; i++) {
    const label = labels[i] as number;
    const members = classes.get(label);
    if (members) members.push(i);
    else classes.set(label, [i]);
  }
  const groups = [...classes].sort(([a], [b]) => a - b).map(([, members]) => r.shuffle(members));
  const counts = shares(
    groups.map((members) => members.length),
    train,
  );
  return {
    train: r.shuffle(groups.flatMap((members, k) => members.slice(0, counts[k]))),
    test: r.shuffle(groups.flatMap((members, k) => members.slice(counts[k]))),
  };
}

/** Divides `total` in proportion to `sizes` into whole numbers (the method of largest remainders). */
function shares(sizes: number[], total: number): number[] {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const counts = sizes.map((size) => Math.floor((total * size) / all));
  const missing = total - counts.reduce((sum, count) => sum + count, 0);
  const byRemainder = sizes
    .map((size, k) => ({ k, remainder: (total * size) % all }))
    .sort((a, b) => b.remainder - a.remainder);
  for (const { k } of byRemainder.slice(0, missing)) counts[k] = (counts[k] as number) + 1;
  return counts;
}
