export { type AttentionOptions, type NestedBooleans, scaledDotProductAttention } from "./attention.js";
export { type Backend, type ElementwiseOp, getDefaultDtype, useBackend } from "./backend.js";
export { type GradientsOptions, gradients } from "./backward.js";
export { type BatchNormOptions, batchNorm } from "./batch-norm.js";
export { cpu } from "./cpu.js";
export { arange, eye, full, ones, rand, randn, type TensorOptions, tensor, zeros } from "./create.js";
export { defineTensorOp, type Operand, type TensorOpDef } from "./define-tensor-op.js";
export type { DType, Floats } from "./dtype.js";
export { einsum } from "./einsum/einsum.js";
export { type EmbeddingOptions, embedding } from "./embedding.js";
export type { Sample, Use, Vjp } from "./entry.js";
export { evaluate } from "./evaluate.js";
export { isElsewhere } from "./home.js";
export type { IndexLike } from "./indices.js";
export { isTensor } from "./is-tensor.js";
export {
  groupNorm,
  layerNorm,
  type NormOptions,
  type RmsNormOptions,
  rmsNorm,
} from "./norms.js";
export { oneHot } from "./one-hot.js";
export { scope } from "./scope.js";
export type { Dims, Shape } from "./shape.js";
export { where } from "./shape-ops/choose.js";
export { conv1d, conv2d, convTranspose1d, convTranspose2d } from "./shape-ops/conv.js";
export type { ConvOptions, ConvTransposeOptions } from "./shape-ops/conv-options.js";
export { concat, stack } from "./shape-ops/join.js";
export { linear, matmul } from "./shape-ops/matmul.js";
export type { Sorted } from "./shape-ops/order.js";
export { adaptiveAvgPool2d, avgPool1d, avgPool2d, maxPool1d, maxPool2d } from "./shape-ops/pool.js";
export type { AvgPoolOptions, MaxPoolOptions, PoolOptions } from "./shape-ops/pool-options.js";
export type { Sizes } from "./spatial.js";
export { Tensor, type TensorLike } from "./tensor.js";
