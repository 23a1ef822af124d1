import { log } from "@outgrad/ops/intrinsics";
import { scaleLinear } from "d3-scale";
import { formatNumber, withMinus } from "../text/number.js";

/** One axis: where a number stands, in pixels, and which numbers are written at it. */
export interface Axis {
  place(value: number): number;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

/** Equal steps are equally long. `nice` ends at the next round numbers; `whole` writes whole numbers only. */
export function linearAxis(
  [low, high]: readonly [number, number],
  [start, end]: readonly [number, number],
  count: number,
  { nice = false, whole = false } = {},
): Axis {
  const scale = scaleLinear([low, high], [start, end]);
  if (nice) scale.nice(count);
  const ticks = scale
    .ticks(count)
    .filter((value) => !whole || Number.isInteger(value))
    .map((value) => ({ at: scale(value), text: withMinus(formatNumber(value)) }));
  return { place: (value) => scale(value), ticks };
}

/** Equal factors are equally long: from the power of ten at or below `low` to that at or above `high`, both > 0. */
export function logAxis(
  [low, high]: readonly [number, number],
  [start, end]: readonly [number, number],
  count: number,
): Axis {
  const first = decade(low);
  const last = Math.max(first + 1, decade(high) + (isPowerOfTen(high) ? 0 : 1));
  const scale = scaleLinear([first, last], [start, end]);
  const every = Math.max(1, Math.ceil((last - first) / count));
  const ticks: { at: number; text: string }[] = [];
  for (let power = first; power <= last; power += every) {
    const text = power < -3 || power > 4 ? `1e${power}` : formatNumber(Number(`1e${power}`));
    ticks.push({ at: scale(power), text: withMinus(text) });
  }
  return { place: (value) => scale(log(value) / Math.LN10), ticks };
}

// The decimal text of a number has its decade exactly; a logarithm would be off by a bit at 1000.
function decade(x: number): number {
  return Number(x.toExponential().split("e")[1]);
}

function isPowerOfTen(x: number): boolean {
  return x.toExponential().startsWith("1e");
}
