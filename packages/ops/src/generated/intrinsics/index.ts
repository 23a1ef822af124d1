// Written by `pnpm generate` from the programs in src/intrinsics. Do not edit.
export { exp, exp2, expm1 } from "./exponential.js";
export { cosh, sinh, tanh } from "./hyperbolic.js";
export { acosh, asinh, atanh } from "./inverse-hyperbolic.js";
export { acos, asin, atan, atan2 } from "./inverse-trigonometry.js";
export { log, log10, log1p, log2 } from "./logarithm.js";
export { ndtr, normpdf } from "./normal.js";
export { pow } from "./power.js";
export { cbrt, erf, erfc } from "./special.js";
export { cos, sin, tan } from "./trigonometry.js";
