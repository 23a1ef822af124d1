/**
 * Automatic differentiation over scalars that you can watch.
 * @packageDocumentation
 */
export { type Expression, expression, type Run } from "./expression.js";
export * from "./generated/functions.js";
export { dot, mean, sum } from "./lists.js";
export { noGrad } from "./tape.js";
export { type Scalar, Value, value } from "./value.js";
