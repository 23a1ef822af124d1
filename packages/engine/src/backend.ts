/**
 * What a backend of one's own is made of: how numbers lie, the names of the ops, and the ops that copy nothing.
 * @packageDocumentation
 */
export { elementwiseOps } from "./generated/elementwise-ops.js";
export { repeated } from "./kernels/loops.js";
export { viewKernels } from "./kernels/views.js";
export type { Backend, ElementwiseOp, ElementwiseStep } from "./tensor/backend.js";
export { cpu } from "./tensor/cpu.js";
export type { DType, Floats } from "./tensor/dtype.js";
export { homeOf, type Remote } from "./tensor/home.js";
export type { Indices } from "./tensor/indices.js";
export { type Shape, sizeOf } from "./tensor/shape.js";
export type { OptionsOf, ShapeOpName } from "./tensor/shape-ops/index.js";
export { contiguous, dense, Strided, stridesOf, view } from "./tensor/strided.js";
