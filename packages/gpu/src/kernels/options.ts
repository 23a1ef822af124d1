import type { Shape } from "./recipe.js";

// What the engine's ops on shapes are given, as its table describes it.

export interface Reduction {
  readonly dims: readonly number[];
  readonly keepdim: boolean;
}
export interface Variance extends Reduction {
  readonly correction: number;
}
export interface Along {
  readonly dim: number;
}
/**
 * Whole numbers from 0 on: `data`, or, if there are `numbers`, what lies on the GPU, one number after the other. An index
 * that there is not reads NaN and is not added.
 */
export interface Index {
  readonly shape: Shape;
  readonly data?: Int32Array | undefined;
  readonly numbers?: unknown;
  /** Whether they may be others the next time, although the object is the same. */
  readonly vary?: boolean | undefined;
}
export interface Indexed extends Along {
  readonly index: Index;
}
export interface Scatter extends Indexed {
  readonly shape: Shape;
}
export interface Into extends Indexed {
  /** The size of the dim that is added into. */
  readonly size: number;
}
export interface Order extends Along {
  readonly descending: boolean;
}
export interface Join extends Along {
  /** Where each operand begins in the result, and where the last one ends. */
  readonly starts: readonly number[];
}
export interface Embedding {
  readonly starts: readonly number[];
  readonly steps: readonly number[];
  readonly shape: Shape;
  readonly value: number;
}
export type Pair = readonly [height: number, width: number];
/** Result p reads, through tap k of the kernel, input p * stride - padding + k * dilation. */
export interface Windows {
  readonly stride: Pair;
  readonly padding: Pair;
  readonly dilation: Pair;
  readonly input: Pair;
  readonly kernel: Pair;
  readonly output: Pair;
}
export interface Conv extends Windows {
  readonly groups: number;
}
/** Spans of one dim: from `starts` up to but not including `ends`, both rising, and what each sum is divided by. */
export interface Spans {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly counts: readonly number[];
}
export interface Means {
  readonly rows: Spans;
  readonly columns: Spans;
  readonly input: Pair;
}
/** Which numbers are taken together: those that agree in the dims from `first` up to but not including `last`. */
export interface Standard {
  readonly first: number;
  readonly last: number;
  readonly centered: boolean;
  readonly eps: number;
  /** The dims that weight and bias have: those that numbers agree in, or those after them. */
  readonly weighs: "kept" | "rest";
}
