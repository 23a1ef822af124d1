import type { Part } from "../trial.js";
import { agrees } from "./agreement.js";
import { analyticGradient } from "./analytic-gradient.js";
import { addRow, addRowGrad } from "./broadcast.js";
import { crossEntropy, crossEntropyGrad } from "./cross-entropy.js";
import { expressions } from "./expressions.js";
import { loop } from "./loop.js";
import { matmul, matmulGrad } from "./matmul.js";
import { msePart } from "./mse.js";
import { layerPart, mlpPart, neuronPart } from "./nets.js";
import { numericalGradient, symmetricGradient } from "./nudges.js";
import { ownOp } from "./own-op.js";
import { nll, softmax } from "./softmax-nll.js";
import { softmaxRows, softmaxRowsGrad } from "./softmax-rows.js";
import { sumRows, sumRowsGrad } from "./sums.js";

/** What each exercise tries besides the operations of the class. */
export const parts: Readonly<Record<string, readonly Part[]>> = {
  "analytic-gradient": [analyticGradient],
  "numerical-gradient": [numericalGradient],
  "symmetric-gradient": [symmetricGradient],
  "softmax-nll": [softmax, nll],
  agreement: [expressions, agrees],
  neuron: [neuronPart],
  layer: [layerPart],
  mlp: [mlpPart],
  loss: [msePart],
  loop: [loop],
  "own-op": [ownOp],
  broadcast: [addRow, addRowGrad],
  sum: [sumRows, sumRowsGrad],
  matmul: [matmul, matmulGrad],
  "softmax-rows": [softmaxRows, softmaxRowsGrad],
  "cross-entropy": [crossEntropy, crossEntropyGrad],
};
