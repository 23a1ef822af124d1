/**
 * Small data sets for learning, made from a seed. The handwritten digits are in `@outgrad/datasets/digits`.
 * @packageDocumentation
 */
export { type BlobsOptions, blobs } from "./blobs.js";
export { type CirclesOptions, circles } from "./circles.js";
export type { Dataset, DatasetOptions } from "./dataset.js";
export { moons } from "./moons.js";
export { type SpiralOptions, spiral } from "./spiral.js";
export { type Split, type SplitOptions, split } from "./split.js";
export { xor } from "./xor.js";
