import { type Curve, differentiate, type Surface } from "./curve.js";
import type { Point } from "./point.js";
import { stepFor } from "./step.js";

/**
 * Forward difference, (f(x + h) - f(x)) / h: the definition of the derivative without its limit.
 *
 * Its error shrinks like h, and rounding grows like 1 / h: no step gives more than about 8 digits. Without h
 * the step is sqrt(2^-52) times |x|, or times 1 where |x| is smaller, which balances the two; a given h is used as
 * it is, for every coordinate. f of one variable and a number give a number, f of a list and a list give the
 * gradient.
 *
 * Source: B. Fornberg, Generation of finite difference formulas, Math. Comp. 51 (1988).
 *
 * @example
 * forwardDifference((x) => 3 * x * x - 4 * x + 5, 3, 0.001) // => 14.00300000000243
 */
export function forwardDifference(f: Curve, x: number, h?: number): number;
/** The gradient of a function of a list, along each coordinate in turn. */
export function forwardDifference(f: Surface, x: Point, h?: number): number[];
export function forwardDifference(f: Curve | Surface, x: number | Point, h?: number): number | number[] {
  return differentiate("forwardDifference", f, x, (curve, at) => forward(curve, at, h));
}

/** @internal */
export function forward(f: Curve, x: number, h = stepFor(x, 2 ** -26)): number {
  return (f(x + h) - f(x)) / h;
}
