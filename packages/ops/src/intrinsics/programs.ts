import { exponential } from "./exponential.js";
import { float32 } from "./float32.js";
import { hyperbolic } from "./hyperbolic.js";
import type { Intrinsics } from "./intrinsic.js";
import { inverseHyperbolic } from "./inverse-hyperbolic.js";
import { inverseTrigonometry } from "./inverse-trigonometry.js";
import { logarithm } from "./logarithm.js";
import { normal } from "./normal.js";
import { power } from "./power.js";
import { special } from "./special.js";
import { trigonometry } from "./trigonometry.js";

/** The programs of doubles by family: each is printed to a file of its name. */
export const families: Readonly<Record<string, Intrinsics>> = {
  exponential,
  hyperbolic,
  "inverse-hyperbolic": inverseHyperbolic,
  "inverse-trigonometry": inverseTrigonometry,
  logarithm,
  normal,
  power,
  special,
  trigonometry,
};

/** Every program, the public functions and those that only programs call. */
export const intrinsics: Intrinsics = Object.assign({}, ...Object.values(families), float32);
