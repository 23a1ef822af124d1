export { type Backend, type ElementwiseOp, useBackend } from "./backend.js";
export { type GradientsOptions, gradients } from "./backward.js";
export { arange, eye, full, ones, rand, randn, type TensorOptions, tensor, zeros } from "./create.js";
export type { DType, Floats } from "./dtype.js";
export { oneHot } from "./one-hot.js";
export { where } from "./shape-ops/choose.js";
export { concat, stack } from "./shape-ops/join.js";
export { linear, matmul } from "./shape-ops/matmul.js";
export { Tensor, type TensorLike } from "./tensor.js";
