import type { Intrinsics } from "../intrinsics/intrinsic.js";
import { exponential } from "./programs/exponential.js";
import { hyperbolic } from "./programs/hyperbolic.js";
import { inverseTrigonometry } from "./programs/inverse-trigonometry.js";
import { logarithm } from "./programs/logarithm.js";
import { normal } from "./programs/normal.js";
import { power } from "./programs/power.js";
import { trigonometry } from "./programs/trigonometry.js";

/**
 * The intrinsics as programs of float32, by the names that the op table calls. GPUs' own functions are not used: they
 * have no digits near zeros, wrong signs, or NaN where the value is finite, each driver in its way.
 */
export const safe: Intrinsics = {
  ...exponential,
  ...logarithm,
  ...trigonometry,
  ...hyperbolic,
  ...inverseTrigonometry,
  ...power,
  ...normal,
};
