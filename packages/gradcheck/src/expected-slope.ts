import type { Op } from "@outgrad/ops";
import { analyticSlope } from "./analytic.js";
import type { Estimate } from "./extrapolation.js";

/**
 * The derivative of an op's value by complex step, with the error that a partial may have which is right but rounded:
 * 1e-14 of itself, and what the last bits of its inputs and of y are worth to the op's own partial (1 - y * y, near
 * y = 1, knows no more). In words, why there is none, at kinks and singularities.
 */
export function expectedSlope(op: Op, values: readonly number[], index: number): Estimate | string {
  const value = analyticSlope(op, values, index);
  if (typeof value === "string") return value;
  const inputs = [...values, op.value(...values)];
  const partial = op.partials[index] as (...inputs: number[]) => number;
  const here = partial(...inputs);
  const worth = inputs.map((input, i) => {
    const nudged = (x: number) => partial(...inputs.map((other, k) => (k === i ? x : other)));
    return Math.max(...[-1, 1].map((sign) => Math.abs(nudged(input * (1 + sign * ulp)) - here) || 0));
  });
  return { value, error: 1e-14 * Math.abs(value) + 2 * worth.reduce((sum, x) => sum + x, 0) };
}

const ulp = 2 ** -52;
