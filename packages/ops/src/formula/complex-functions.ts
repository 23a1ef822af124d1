import type * as intrinsics from "../intrinsics.js";
import { floor, round } from "../intrinsics.js";
import { elementary } from "./complex-elementary.js";
import { erf, erfc, ndtr, normpdf } from "./complex-erf.js";
import { inverse } from "./complex-inverse.js";
import type { Complex } from "./complex-number.js";
import { cbrt, sqrt } from "./complex-root.js";

type ComplexFunction = (z: Complex, w: Complex) => Complex;

/** The functions that formulas call, on complex numbers. Near the real axis each is its own first-order expansion. */
export const complexFunctions: Readonly<Record<keyof typeof intrinsics, ComplexFunction>> = {
  ...elementary,
  ...inverse,
  cbrt,
  erf,
  erfc,
  ndtr,
  normpdf,
  // Constant between integers, so the derivative is 0.
  floor: ([re]) => [floor(re), 0],
  round: ([re]) => [round(re), 0],
  sqrt,
};
