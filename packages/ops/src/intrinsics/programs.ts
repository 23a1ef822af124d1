import { exponential } from "./exponential.js";
import { hyperbolic } from "./hyperbolic.js";
import type { Intrinsics } from "./intrinsic.js";
import { inverseTrigonometry } from "./inverse-trigonometry.js";
import { logarithm } from "./logarithm.js";
import { power } from "./power.js";
import { trigonometry } from "./trigonometry.js";

/** Every program, the public functions and those that only programs call. */
export const intrinsics: Intrinsics = {
  ...exponential,
  ...logarithm,
  ...trigonometry,
  ...inverseTrigonometry,
  ...hyperbolic,
  ...power,
};
