/**
 * Losses over Values and Tensors, stable for any finite input.
 * @packageDocumentation
 */
export { type BceOptions, bce } from "./bce.js";
export { type BceWithLogitsOptions, bceWithLogits } from "./bce-with-logits.js";
export { type CosineEmbeddingOptions, cosineEmbedding } from "./cosine-embedding.js";
export { type CosineOptions, type CosineTensorOptions, cosineSimilarity } from "./cosine-similarity.js";
export { type CrossEntropyOptions, crossEntropy } from "./cross-entropy.js";
export type { Entries } from "./elementwise.js";
export { type GaussianNllOptions, gaussianNll } from "./gaussian-nll.js";
export { type HingeEmbeddingOptions, hingeEmbedding } from "./hinge-embedding.js";
export { type HuberOptions, huber, type SmoothL1Options, smoothL1 } from "./huber.js";
export { type KlDivOptions, klDiv } from "./kl-div.js";
export { l1 } from "./l1.js";
export { maxMargin } from "./max-margin.js";
export { mse } from "./mse.js";
export { type MultiMarginOptions, multiMargin } from "./multi-margin.js";
export { nll } from "./nll.js";
export type { ClassIndices, ClassOptions, IgnoringOptions } from "./operands/classes.js";
export type { Row, Rows } from "./operands/lists.js";
export { type PoissonNllOptions, poissonNll } from "./poisson-nll.js";
export type { LossOptions, Reduced, ReducedTensor, Reduction } from "./reduction.js";
export { logSoftmax, softmax } from "./softmax.js";
export { type TripletMarginOptions, tripletMargin } from "./triplet-margin.js";
