/**
 * Losses over Values, stable for any finite input.
 * @packageDocumentation
 */
export { crossEntropy } from "./cross-entropy.js";
export type { Row, Rows } from "./lists.js";
export { maxMargin } from "./max-margin.js";
export { mse } from "./mse.js";
export { nll } from "./nll.js";
export type { LossOptions, Reduced, Reduction } from "./reduction.js";
export { logSoftmax, softmax } from "./softmax.js";
