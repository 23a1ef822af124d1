/**
 * Formulas as expressions of float32 in the languages of GPUs, and the functions that they call.
 * @packageDocumentation
 */
export type { GpuFunction } from "./functions.js";
export { type GpuPolicy, gpuPolicy } from "./policy.js";
export { type GpuLanguage, GpuPrinter } from "./printer.js";
