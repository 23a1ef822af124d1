import { type Curve, differentiate, type Surface } from "./curve.js";
import { Extrapolation } from "./extrapolation.js";
import type { Point } from "./point.js";
import { stepFor } from "./step.js";
import { symmetric } from "./symmetric.js";

/**
 * Richardson extrapolation of the symmetric differences with steps h, h/2 and h/4, which cancels the terms in h² and h⁴.
 *
 * Its error shrinks like h⁶. Without h the step is 2^-6 times |x|, or times 1 where |x| is smaller: about 13 digits
 * where f is smooth on that scale. `ridders` chooses the steps by what it finds and says how far to trust it.
 *
 * Source: L. F. Richardson, The approximate arithmetical solution by finite differences, Phil. Trans. A 210 (1911).
 *
 * @example
 * richardson((x) => x * x * x * x * x, 1, 0.5) // => 5
 */
export function richardson(f: Curve, x: number, h?: number): number;
/** The gradient of a function of a list, along each coordinate in turn. */
export function richardson(f: Surface, x: Point, h?: number): number[];
export function richardson(f: Curve | Surface, x: number | Point, h?: number): number | number[] {
  return differentiate("richardson", f, x, (curve, at) => extrapolated(curve, at, h));
}

/** @internal */
export function extrapolated(f: Curve, x: number, h = stepFor(x, 2 ** -6)): number {
  const table = new Extrapolation(4);
  for (const step of [h, h / 2, h / 4]) table.add(symmetric(f, x, step), 0);
  return table.limit;
}
