/**
 * Functions of Values as source text of other languages: C, Python, TypeScript, JavaScript, GLSL and WGSL.
 * @packageDocumentation
 */
export { toC } from "./c.js";
export { toGlsl } from "./glsl.js";
export type { Exportable, ExportedInput, ExportedProgram, ExportOptions } from "./options.js";
export { toPython } from "./python.js";
export { type TypeScriptOptions, toTypeScript } from "./typescript.js";
export { toWgsl } from "./wgsl.js";
