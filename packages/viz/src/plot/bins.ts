import { scaleLinear } from "d3-scale";
import { extent } from "./extent.js";

/** Numbers sorted into bins, and those that are in none. */
export interface Binned {
  /** How many numbers each bin holds. */
  readonly counts: readonly number[];
  readonly below: number;
  readonly above: number;
  readonly notFinite: number;
  /** Of the finite numbers; NaN of none. */
  readonly mean: number;
  readonly deviation: number;
  readonly least: number;
  readonly greatest: number;
}

/** The borders of bins, one more than there are bins: `count` of a range, or about as many, round, around all numbers. */
export function binEdges(
  lists: readonly ArrayLike<number>[],
  count: number,
  range?: readonly [number, number],
): number[] {
  if (range !== undefined) {
    const [low, high] = range;
    return Array.from({ length: count + 1 }, (_, i) => low + (i / count) * (high - low));
  }
  const [low, high] = extent(eachOf(lists));
  // Bins narrower than this would not be told apart by their borders' digits.
  const least = Math.max(1e-290, 1e-9 * Math.max(Math.abs(low), Math.abs(high)));
  const scale = scaleLinear([low, Math.max(high, low + least)], [0, 1]).nice(count);
  const ticks = scale.ticks(count);
  const edges = ticks.length > 1 ? ticks : scale.domain();
  // The last bits of a product may leave the outermost number outside.
  const step = (edges[1] as number) - (edges[0] as number);
  if ((edges[0] as number) > low) edges.unshift((edges[0] as number) - step);
  if ((edges.at(-1) as number) < high) edges.push((edges.at(-1) as number) + step);
  return edges;
}

/** How many bins show the shape of so many numbers: the root of their count, from 8 to 40. */
export function usualBins(lists: readonly ArrayLike<number>[]): number {
  const most = Math.max(0, ...lists.map(({ length }) => length));
  return Math.min(40, Math.max(8, Math.ceil(Math.sqrt(most))));
}

/** Sorts numbers into bins: each holds its lower border, the last one both. */
export function binned(values: ArrayLike<number>, edges: readonly number[]): Binned {
  const [low, high] = [edges[0] as number, edges.at(-1) as number];
  const bins = edges.length - 1;
  const counts = new Array<number>(bins).fill(0);
  let [below, above, notFinite, mean, squares, n] = [0, 0, 0, 0, 0, 0];
  let [least, greatest] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    const x = values[i] as number;
    if (!Number.isFinite(x)) {
      notFinite++;
      continue;
    }
    // Welford's update: no sum of squares, which would cancel.
    const off = x - mean;
    n++;
    mean += x / n - mean / n;
    squares += off * (x - mean);
    least = Math.min(least, x);
    greatest = Math.max(greatest, x);
    if (x < low) below++;
    else if (x > high) above++;
    else {
      const bin = binOf(x, edges);
      counts[bin] = (counts[bin] as number) + 1;
    }
  }
  if (n === 0) mean = least = greatest = Number.NaN;
  return { counts, below, above, notFinite, mean, deviation: Math.sqrt(squares / n), least, greatest };
}

/** How many are in no bin, in words. */
export function apart({ notFinite, below, above }: Binned): string[] {
  return [
    ...(notFinite > 0 ? [`${notFinite} not finite`] : []),
    ...(below > 0 ? [`${below} below`] : []),
    ...(above > 0 ? [`${above} above`] : []),
  ];
}

/** The bin of a number that is in one. */
function binOf(x: number, edges: readonly number[]): number {
  let [from, to] = [0, edges.length - 2];
  while (from < to) {
    const middle = (from + to + 1) >> 1;
    if (x < (edges[middle] as number)) to = middle - 1;
    else from = middle;
  }
  return from;
}

function* eachOf(lists: readonly ArrayLike<number>[]): Generator<number> {
  for (const list of lists) for (let i = 0; i < list.length; i++) yield list[i] as number;
}
