import { type Curve, differentiate, type Surface } from "./curve.js";
import type { Point } from "./point.js";
import { stepFor } from "./step.js";

/**
 * Symmetric difference, (f(x + h) - f(x - h)) / 2h.
 *
 * Its error shrinks like h². Without h the step is about the cube root of 2^-52 times |x|, or times 1 where |x| is
 * smaller: 10 to 11 digits. At a kink it gives the mean of both sides without a warning: 0 for |x|, 0.5 for relu.
 *
 * Source: B. Fornberg, Generation of finite difference formulas, Math. Comp. 51 (1988).
 *
 * @example
 * symmetricDifference(([a, b]) => a * b, [2, -3], 0.5) // => [ -3, 2 ]
 */
export function symmetricDifference(f: Curve, x: number, h?: number): number;
/** The gradient of a function of a list, along each coordinate in turn. */
export function symmetricDifference(f: Surface, x: Point, h?: number): number[];
export function symmetricDifference(f: Curve | Surface, x: number | Point, h?: number): number | number[] {
  return differentiate("symmetricDifference", f, x, (curve, at) => symmetric(curve, at, h));
}

/** @internal */
export function symmetric(f: Curve, x: number, h = stepFor(x, 2 ** -17)): number {
  return (f(x + h) - f(x - h)) / (2 * h);
}
