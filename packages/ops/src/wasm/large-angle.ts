import { largeAngle } from "../intrinsics/large-angle.js";
import { Code } from "./code.js";

/** What a module with printed formulas imports beside its memory: pass `{ env: { memory, ...imports } }`. */
export const imports: Readonly<Record<string, (...args: number[]) => number>> = {
  largeAngle: largeAngle as (x: number, part: number) => number,
};

/** The body of its function on lanes: JavaScript takes one number at a time. */
export function largeAngleOfLanes(index: number): Code {
  const code = new Code(["v128", "v128"]);
  for (const lane of [0, 1] as const) {
    code.localGet(0).f64x2ExtractLane(lane).localGet(1).f64x2ExtractLane(lane).call(index);
    if (lane === 0) code.f64x2Splat();
    else code.f64x2ReplaceLane(1);
  }
  return code;
}
