import { float32 } from "./float32.js";
import { printIntrinsics } from "./print.js";
import { families } from "./programs.js";

/** The texts of the files in src/generated/intrinsics, by their names without ending. */
export const generatedIntrinsics = () => printIntrinsics(families, { float32 });
