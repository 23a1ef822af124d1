/**
 * What a backend of one's own is made of: how numbers lie, the names of the ops, the ops that copy nothing, and what a
 * function of Values does.
 * @packageDocumentation
 */
export { type Traced, type TracedNode, trace } from "./compile/traced.js";
export { type Rule, ruleOf } from "./compile/update.js";
export { repeated } from "./kernels/loops.js";
export { viewKernels } from "./kernels/views.js";
export { type Backend, type ElementwiseOp, type ElementwiseStep, lookEverywhere } from "./tensor/backend.js";
export { cpu } from "./tensor/cpu.js";
export type { DType, Floats } from "./tensor/dtype.js";
export { elementwiseCode, elementwiseOp } from "./tensor/elementwise.js";
export { homeOf, type Remote } from "./tensor/home.js";
export { type Indices, indicesElsewhere } from "./tensor/indices.js";
export { flatten } from "./tensor/nested.js";
export { enter, isInScope } from "./tensor/scope.js";
export { type Shape, show, sizeOf } from "./tensor/shape.js";
export { anyShapeOps, type OptionsOf, type ShapeOpName } from "./tensor/shape-ops/index.js";
export { contiguous, dense, Strided, stridesOf, view } from "./tensor/strided.js";
