/**
 * Files of PyTorch's `torch.save`, read and written, and the states of its optimisers.
 * @packageDocumentation
 */
export { PytorchError } from "./error.js";
export { loadOptimizer, optimizerState, type PytorchOptimizerState } from "./optimizer.js";
export type { PytorchData } from "./plain.js";
export { readPytorch } from "./read.js";
export { writePytorch } from "./write.js";
