/**
 * Functions for numbers that are rounded to float32: in doubles, to about 2^-31 of the value.
 * @packageDocumentation
 */
export * from "./generated/intrinsics/float32.js";
