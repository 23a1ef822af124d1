import { type Curve, differentiate, type Surface } from "./curve.js";
import type { Point } from "./point.js";
import { stepFor } from "./step.js";

/**
 * Five-point difference, (f(x - 2h) - 8 f(x - h) + 8 f(x + h) - f(x + 2h)) / 12h.
 *
 * Its error shrinks like h⁴. Without h the step is about the fifth root of 2^-52 times |x|, or times 1 where |x| is
 * smaller: 12 to 13 digits.
 *
 * Source: B. Fornberg, Generation of finite difference formulas, Math. Comp. 51 (1988).
 *
 * @example
 * fivePoint((x) => x * x * x * x, 1, 0.5) // => 4
 */
export function fivePoint(f: Curve, x: number, h?: number): number;
/** The gradient of a function of a list, along each coordinate in turn. */
export function fivePoint(f: Surface, x: Point, h?: number): number[];
export function fivePoint(f: Curve | Surface, x: number | Point, h?: number): number | number[] {
  return differentiate("fivePoint", f, x, (curve, at) => five(curve, at, h));
}

/** @internal */
export function five(f: Curve, x: number, h = stepFor(x, 2 ** -11)): number {
  return (f(x - 2 * h) - 8 * f(x - h) + 8 * f(x + h) - f(x + 2 * h)) / (12 * h);
}
