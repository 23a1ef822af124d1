import { type Curve, differentiate, type Surface } from "./curve.js";
import type { Estimate } from "./extrapolation.js";
import type { Point } from "./point.js";
import { slopeOf } from "./slope.js";

/**
 * Ridders' method: symmetric differences with smaller and smaller steps, extrapolated to 0 by a whole table, of
 * which the entry with the smallest error is the answer.
 */
export function ridders(f: Curve, x: number, h?: number): Estimate;
export function ridders(f: Surface, x: Point, h?: number): Estimate[];
export function ridders(f: Curve | Surface, x: number | Point, h?: number): Estimate | Estimate[] {
  return differentiate("ridders", f, x, (curve, at) => {
    const { value, error } = slopeOf(curve, at, h);
    return { value, error };
  });
}
