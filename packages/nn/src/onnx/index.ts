/**
 * Models in and out as ONNX files.
 * @packageDocumentation
 */
export { OnnxError } from "./error.js";
export type { FloatType } from "./export/graph.js";
export type { DynamicAxes } from "./export/inputs.js";
export { type ExportOptions, exportOnnx } from "./export-onnx.js";
export type { OnnxValue } from "./import/graph.js";
export type { OnnxModel } from "./import/onnx-model.js";
export { importOnnx } from "./import-onnx.js";
