/**
 * How far a GPU's number may be from the CPU's of the same operands in doubles. NaN and infinities must be the same once
 * numbers are rounded to float32, and what is below 1.2e-38 may be 0.
 *
 * - "exact": not at all. Numbers are moved or chosen.
 * - "terms": 1e-6 of the op on absolute values, which is the sum of the absolute values of the terms. For a product of
 *   matrices with K terms of random signs that is about 1e-6 sqrt(K) of the result's norm; where the signs are the same it is
 *   1e-6 of it.
 * - "condition": 1e-6 of the number, and three times what relative errors of 5e-7 in the operands make of it.
 *
 * Elementwise ops are not here: of a formula each step may have a relative error of 7e-7.
 */
export const tolerances: Readonly<Record<string, Tolerance>> = {
  reshape: "exact",
  permute: "exact",
  broadcastTo: "exact",
  flip: "exact",
  slice: "exact",
  embed: "exact",
  concat: "exact",
  where: "exact",
  to: "exact",
  gather: "exact",
  indexSelect: "exact",
  amax: "exact",
  amin: "exact",
  argmax: "exact",
  argmin: "exact",
  argsort: "exact",
  maxPool2d: "exact",
  maxPoolGather2d: "exact",

  sum: "terms",
  cumsum: "terms",
  scatterAdd: "terms",
  indexAdd: "terms",
  matmul: "terms",
  linear: "terms",
  conv2d: "terms",
  convTranspose2d: "terms",
  convWeight2d: "terms",
  maxPoolScatter2d: "terms",
  avgPool2d: "terms",
  avgPoolSpread2d: "terms",

  logsumexp: "condition",
  var: "condition",
  softmax: "condition",
  logSoftmax: "condition",
  softmaxGradient: "condition",
  logSoftmaxGradient: "condition",
  logSoftmaxAt: "condition",
  logSoftmaxAtGradient: "condition",
  standardize: "condition",
  standardizeGrad: "condition",
  standardizeWeight: "condition",
};

export type Tolerance = "exact" | "terms" | "condition";

/** The operands whose numbers choose, where those of the others are terms. */
export const choosing: Readonly<Record<string, readonly number[]>> = { maxPoolScatter2d: [0] };
