/** The functions that formulas call: portable, so that every engine computes the same bits. */
export * from "./generated/intrinsics/index.js";
export const { sqrt, abs } = Math;
