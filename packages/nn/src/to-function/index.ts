/**
 * Trained models as standalone functions.
 * @packageDocumentation
 */
export { type ToFunctionOptions, toFunction } from "./to-function.js";
