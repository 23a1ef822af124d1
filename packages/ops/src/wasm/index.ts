/**
 * Formulas and the portable intrinsics as WebAssembly, one number at a time or two in the lanes of a vector, with the
 * same bits as JavaScript; and the small emitter that writes modules.
 * @packageDocumentation
 */
export { inFloat32 } from "../intrinsics/in-float32.js";
export { Code, type Instructions, type ValueType } from "./code.js";
export { relaxedSimd, simd } from "./features.js";
export { FormulaPrinter, type Read } from "./formula-printer.js";
export { HoistingCode } from "./hoisting-code.js";
export { imports } from "./large-angle.js";
export { limits, type Signature, WasmModule } from "./module.js";
export type { Shape } from "./primitives.js";
