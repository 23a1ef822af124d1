/** A part of an axis. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Beyond this, the ends of a range would no longer be numbers. */
export const largest = 1e300;

/** What is shown around a number at first: far enough to both sides that 0 is in it, unless it is beyond all measure. */
export function rangeAround(x: number): Range {
  const half = Math.min(largest, 1.5 * Math.max(1, Math.abs(x)));
  return { low: Math.max(-Number.MAX_VALUE, x - half), high: Math.min(Number.MAX_VALUE, x + half) };
}

/** The range moved, as wide as it was, if x has come near its edge or beyond. */
export function follow(range: Range, x: number): Range {
  const { low, high } = range;
  const margin = (high - low) / 20;
  if (x >= low + margin && x <= high - margin) return range;
  const half = (high - low) / 2;
  return { low: x - half, high: x + half };
}

/** The range a factor wider, or narrower, around x. */
export function zoomed({ low, high }: Range, x: number, factor: number): Range {
  const half = Math.min(1e12, Math.max(1e-9 * (Math.abs(x) || 1), ((high - low) / 2) * factor));
  return { low: x - half, high: x + half };
}

/**
 * Two ranges as wide as the wider one, so that directions look as they are, unless one is so much wider that the other
 * would shrink to nothing.
 */
export function alike(a: Range, b: Range): readonly [Range, Range] {
  const [wideA, wideB] = [a.high - a.low, b.high - b.low];
  const wide = Math.max(wideA, wideB);
  if (wide > mostApart * Math.min(wideA, wideB)) return [a, b];
  const widened = ({ low, high }: Range): Range => {
    const more = (wide - (high - low)) / 2;
    return { low: low - more, high: high + more };
  };
  return [widened(a), widened(b)];
}

const mostApart = 8;

/** About `count` steps of 1, 2 or 5 times a power of ten that fill the range. */
export function stepOf({ low, high }: Range, count: number): number {
  const least = (high - low) / count;
  const exponent = Number(least.toExponential().split("e")[1]);
  const steps = [1, 2, 5, 10].map((digit) => digit * Number(`1e${exponent}`));
  return steps.find((step) => step >= least) ?? least;
}

/** The round numbers in a range, about `count` of them. */
export function ticks(range: Range, count: number): number[] {
  const step = stepOf(range, count);
  const first = Math.ceil(range.low / step);
  const last = Math.floor(range.high / step);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => rounded((first + i) * step, step));
}

/** A number moved to the next multiple of a step, without the tail that products have. */
export function rounded(x: number, step: number): number {
  return Number((Math.round(x / step) * step).toPrecision(12)) + 0;
}

/** `count` places at equal steps over the range, its ends among them. */
export function evenly({ low, high }: Range, count: number): number[] {
  return Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));
}

/** Numbers to pixels and back. */
export interface Scale {
  place(value: number): number;
  value(place: number): number;
}

export function scaleOf({ low, high }: Range, start: number, end: number): Scale {
  return {
    place: (value) => start + ((value - low) / (high - low)) * (end - start),
    value: (place) => low + ((place - start) / (end - start)) * (high - low),
  };
}
