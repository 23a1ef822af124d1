/**
 * Automatic differentiation over scalars that you can watch, and over tensors.
 * @packageDocumentation
 */
export { AnomalyError, detectAnomaly } from "./anomaly.js";
export { arena } from "./arena.js";
export { asConstant } from "./as-constant.js";
export {
  type Compiled,
  type CompileOptions,
  compile,
  type Numbers,
  type TypedArray,
} from "./compile/compile.js";
export type { Choice, Target } from "./compile/target.js";
export type { Update } from "./compile/update.js";
export { defineOp } from "./define-op.js";
export { type Expression, expression, type Run } from "./expression.js";
export * from "./generated/functions.js";
export { dot, mean, sum } from "./lists.js";
export { noGrad } from "./mode.js";
export { checkOptions } from "./options.js";
export { findNonFinite, type NonFinite } from "./provenance.js";
export * from "./tensor/index.js";
export {
  type Derivative,
  type Fn,
  grad,
  hessian,
  hvp,
  jacobian,
  jvp,
  valueAndGrad,
  vjp,
} from "./transforms/transforms.js";
export type { Like } from "./transforms/tree.js";
export { type Scalar, Value, value } from "./value.js";
