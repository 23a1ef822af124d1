import type { Part } from "../trial.js";
import { analyticGradient } from "./analytic-gradient.js";

/** What each exercise tries besides the operations of the class. */
export const parts: Readonly<Record<string, readonly Part[]>> = {
  "analytic-gradient": [analyticGradient],
};
