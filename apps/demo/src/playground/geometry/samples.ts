import { evenly, largest, type Range } from "./range.ts";

export type Point = readonly [x: number, y: number];

/** f at `count` equal steps over the range. */
export function sample(f: (x: number) => number, range: Range, count: number): Point[] {
  return evenly(range, count).map((x) => [x, f(x)]);
}

/**
 * Which heights to show: those of nearly all of the values that can be drawn, so that a pole does not flatten the rest,
 * and `always`. Undefined where there is none.
 */
export function heights(values: readonly number[], always: number): Range | undefined {
  const finite = values.filter(canBeDrawn);
  if (canBeDrawn(always)) finite.push(always);
  if (finite.length === 0) return undefined;
  const sorted = finite.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] as number;
  const spread = at(0.9) - at(0.1);
  let low = Math.max(at(0), at(0.1) - spread);
  let high = Math.min(at(1), at(0.9) + spread);
  if (canBeDrawn(always)) [low, high] = [Math.min(low, always), Math.max(high, always)];
  const pad = 0.08 * (high - low) || Math.max(1, Math.abs(high)) / 2;
  return { low: low - pad, high: high + pad };
}

const canBeDrawn = (y: number): boolean => Math.abs(y) <= largest;

/** The curve in pieces: it breaks where it is not finite, and at poles, where it leaves at one end and is back at the other. */
export function pieces(points: readonly Point[], shown: Range): Point[][] {
  const found: Point[][] = [];
  let piece: Point[] = [];
  const end = () => {
    if (piece.length > 1) found.push(piece);
    piece = [];
  };
  for (const point of points) {
    const before = piece.at(-1);
    if (!Number.isFinite(point[1])) {
      end();
      continue;
    }
    if (before && isPole(before[1], point[1], shown)) end();
    piece.push(point);
  }
  end();
  return found;
}

function isPole(before: number, after: number, { low, high }: Range): boolean {
  return (before > high && after < low) || (before < low && after > high);
}
