/**
 * Numerical derivatives with honest error bars, and checks of gradients, graphs and ops against them.
 * @packageDocumentation
 */
export {
  checkGradient,
  type GradientOptions,
  type GradientReport,
  type GradientRow,
} from "./check-gradient.js";
export { checkGraph, type GraphOptions, type GraphReport, type Guilty } from "./check-graph.js";
export { checkOp, type OpOptions, type OpReport, type OpRow } from "./check-op.js";
export { complexStep } from "./complex-step.js";
export { cotangent } from "./cotangent.js";
export type { Curve, Surface } from "./curve.js";
export type { Values } from "./edge.js";
export { type ErrorCurve, type ErrorCurveOptions, errorCurve, type MethodCurve } from "./error-curve.js";
export type { Estimate } from "./extrapolation.js";
export { fivePoint } from "./five-point.js";
export { forwardDifference } from "./forward.js";
export type { GraphNode } from "./graph.js";
export type { Point } from "./point.js";
export { richardson } from "./richardson.js";
export { ridders } from "./ridders.js";
export { symmetricDifference } from "./symmetric.js";
export type { Doubt, Tolerance, Verdict } from "./verdict.js";
