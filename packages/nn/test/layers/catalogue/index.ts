import type { Entry } from "./entry.js";
import { images } from "./images.js";
import { norms } from "./norms.js";
import { pools } from "./pools.js";
import { recurrent } from "./recurrent.js";
import { simple } from "./simple.js";

/** Layers whose forward takes one Tensor and gives one, or a list that begins with it. */
export const catalogue: Readonly<Record<string, Entry>> = {
  ...simple,
  ...images,
  ...pools,
  ...norms,
  ...recurrent,
};
