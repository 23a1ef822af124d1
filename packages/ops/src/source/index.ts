/**
 * Formulas as source text of C, Python, TypeScript and JavaScript in double precision, and the functions that they call.
 * @packageDocumentation
 */

export { inFloat32 } from "../intrinsics/in-float32.js";
export { c } from "./c.js";
export { composedFunction } from "./composed.js";
export type { Primitive, SourceLanguage } from "./language.js";
export { SourcePrinter } from "./printer.js";
export { python } from "./python.js";
export { javascript, typescript } from "./typescript.js";
