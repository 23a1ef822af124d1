import { type Curve, differentiate } from "./curve.js";
import type { Estimate } from "./extrapolation.js";
import { five } from "./five-point.js";
import { forward } from "./forward.js";
import { describe } from "./point.js";
import { extrapolated } from "./richardson.js";
import { slopeOf } from "./slope.js";
import { symmetric } from "./symmetric.js";

/** Which steps to take. */
export interface ErrorCurveOptions {
  /** The largest step; 0.1 if absent. */
  readonly from?: number;
  /** The smallest step; 1e-16 if absent. */
  readonly to?: number;
  /** The true derivative, to measure errors from; what `ridders` finds if absent. */
  readonly exact?: number;
}

/** One method's answers over the steps. */
export interface MethodCurve {
  readonly name: "forward" | "symmetric" | "five-point" | "richardson";
  /** While rounding is small the error shrinks like h to this power. */
  readonly order: number;
  /** From the largest step to the smallest; the error is absolute. */
  readonly points: readonly { readonly h: number; readonly value: number; readonly error: number }[];
}

/** How the error of each method depends on its step: numbers, to be drawn with both axes logarithmic. */
export interface ErrorCurve {
  /** Where. */
  readonly x: number;
  /** What the errors are measured from. */
  readonly exact: number;
  /** What `ridders` finds, which chooses its own steps, and how far it is off: a horizontal line. */
  readonly ridders: Estimate & { readonly distance: number };
  /** In the order of their orders. */
  readonly methods: readonly MethodCurve[];
}

const methods = [
  { name: "forward", order: 1, slope: forward },
  { name: "symmetric", order: 2, slope: symmetric },
  { name: "five-point", order: 4, slope: five },
  { name: "richardson", order: 6, slope: extrapolated },
] as const;

/**
 * The error of every method that has a step, for steps 1, 2 and 5 times the powers of ten from `from` down to `to`.
 * "The smaller h, the better" is true down to a point, a different one for each method; below it rounding wins.
 *
 * @throws RangeError unless 0 < to <= from, both finite; TypeError for an x that is no number.
 *
 * @example
 * const [forward] = errorCurve((x) => x * x, 3, { from: 0.1, to: 1e-16, exact: 6 }).methods;
 * forward.points.at(-1) // => { h: 1e-16, value: 0, error: 6 }
 */
export function errorCurve(f: Curve, x: number, options: ErrorCurveOptions = {}): ErrorCurve {
  const { from = 0.1, to = 1e-16 } = options;
  if (!(to > 0 && to <= from && from < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`errorCurve: expected steps with 0 < to <= from, got from = ${from}, to = ${to}.`);
  }
  if (typeof x !== "number") {
    throw new TypeError(
      `errorCurve: expected x to be a number, got ${describe(x)} Of several variables take one: errorCurve((t) => f([t, 2]), 1).`,
    );
  }
  return differentiate("errorCurve", f, x, (curve) => {
    const { value, error } = slopeOf(curve, x);
    const exact = options.exact ?? value;
    const steps = stepsBetween(from, to);
    return {
      x,
      exact,
      ridders: { value, error, distance: Math.abs(value - exact) },
      methods: methods.map(({ name, order, slope }) => ({
        name,
        order,
        points: steps.map((h) => {
          const value = slope(curve, x, h);
          return { h, value, error: Math.abs(value - exact) };
        }),
      })),
    };
  }) as ErrorCurve;
}

/** 0.1, 0.05, 0.02, 0.01, ...: each the double nearest to its decimal, so that the round ones are what they seem. */
function stepsBetween(from: number, to: number): number[] {
  const steps: number[] = [];
  for (let exponent = 308; exponent >= -324; exponent--) {
    for (const digit of [5, 2, 1]) {
      const h = Number(`${digit}e${exponent}`);
      if (h <= from && h >= to) steps.push(h);
    }
  }
  return steps;
}
