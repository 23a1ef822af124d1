export {
  ELU,
  Elementwise,
  GELU,
  Hardtanh,
  LeakyReLU,
  Mish,
  ReLU,
  SELU,
  Sigmoid,
  SiLU,
  Softplus,
  Tanh,
} from "./activations.js";
export { BatchNorm1d, BatchNorm2d, type BatchNormLayerOptions } from "./batch-norm.js";
export { Conv1d, Conv2d, type ConvLayerOptions } from "./conv.js";
export { ConvTranspose1d, ConvTranspose2d, type ConvTransposeLayerOptions } from "./conv-transpose.js";
export type { ConvolutionOptions } from "./convolution.js";
export { Dropout } from "./dropout.js";
export { Embedding, type EmbeddingLayerOptions } from "./embedding.js";
export { Flatten } from "./flatten.js";
export { Identity } from "./identity.js";
export { Linear, type LinearOptions } from "./linear.js";
export {
  type AttentionCall,
  type AttentionMasks,
  MultiheadAttention,
  type MultiheadAttentionOptions,
} from "./multihead-attention.js";
export {
  GroupNorm,
  type GroupNormLayerOptions,
  LayerNorm,
  type LayerNormLayerOptions,
  RMSNorm,
  type RMSNormLayerOptions,
} from "./norm.js";
export type { LayerOptions, RandomOptions } from "./options.js";
export { AdaptiveAvgPool2d, AvgPool1d, AvgPool2d, MaxPool1d, MaxPool2d } from "./pool.js";
export { GRUCell, LSTMCell, RNNCell } from "./recurrent-cells.js";
export { GRU, LSTM, RNN, type RNNLayerOptions, type SequenceOptions } from "./recurrent-layers.js";
export type { RecurrentOptions, RNNOptions } from "./recurrent-options.js";
export { type Link, Sequential, type TensorModule } from "./sequential.js";
export { manualSeed } from "./shared-stream.js";
export { LogSoftmax, Softmax } from "./softmax.js";
export { TransformerBlock, type TransformerBlockOptions } from "./transformer-block.js";
