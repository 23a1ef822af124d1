import { alongHelpers } from "./along.js";
import { arrangeHelpers } from "./arrange.js";
import { imageHelpers } from "./images.js";
import { productHelpers } from "./products.js";

const helpers = { ...alongHelpers, ...arrangeHelpers, ...imageHelpers, ...productHelpers };

/** The functions that a printed model may call beside the intrinsics. */
export type HelperName = keyof typeof helpers;

export const helperNames = Object.keys(helpers) as readonly HelperName[];

/** Their texts in TypeScript; `Numbers` is the class of its arrays, RUN, EXP and LOG are put in. */
export const helperText = (name: HelperName): string => helpers[name];
