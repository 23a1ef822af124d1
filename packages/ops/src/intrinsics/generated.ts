import { printIntrinsics } from "./print.js";
import { intrinsics } from "./programs.js";

/** The text of src/generated/intrinsics.ts. */
export const generatedIntrinsics = () => printIntrinsics(intrinsics);
