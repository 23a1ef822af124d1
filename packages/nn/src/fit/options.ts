import type { Tensor } from "@outgrad/engine";
import type { Random, RandomState } from "@outgrad/engine/random";
import type { Parameter } from "../optim/parameters.js";
import type { Best, EarlyStoppingOptions } from "./early-stopping.js";

/** The numbers of an epoch by name: "loss", the mean over its batches' rows, and what `validate` gives. */
export type Metrics = Readonly<Record<string, number>>;

/** One update of the parameters. */
export interface StepEvent {
  /** Counted from 1 over all epochs. */
  readonly step: number;
  /** Counted from 0. */
  readonly epoch: number;
  /** Which batch of the epoch it was, counted from 0, and of how many. */
  readonly batch: number;
  readonly batches: number;
  readonly loss: number;
  readonly lr: number;
}

/** An epoch that has ended. */
export interface EpochEvent {
  /** Counted from 0. */
  readonly epoch: number;
  readonly epochs: number;
  readonly metrics: Metrics;
  /** Whether it is the best so far, where early stopping watches. */
  readonly isBest: boolean;
}

/** The numbers of a parameter. */
export type ParameterNumbers = number | Float64Array | Float32Array;

/** Where a training stands between two steps, as plain data: what `fit` goes on from. */
export interface FitState {
  readonly epoch: number;
  /** How many batches of the epoch are done. */
  readonly batch: number;
  readonly step: number;
  /** The sum of losses over the epoch's rows so far, and how many rows. */
  readonly lossSum: number;
  readonly rows: number;
  /** The random stream when the epoch's order was drawn, and now. */
  readonly order: RandomState | null;
  readonly random: RandomState | null;
  readonly history: readonly Metrics[];
  readonly best: Best | null;
  /** The parameters of the best epoch, then the model's buffers. */
  readonly bestParameters: readonly ParameterNumbers[] | null;
}

/** What `fit` needs of an optimiser. */
export interface Stepper {
  readonly lr: number;
  readonly parameters: readonly Parameter[];
  zeroGrad(): void;
  step(): void;
}

/** How to train. */
export interface FitOptions {
  /** Tensors with one row for each example: a batch of each is what `loss` takes. */
  readonly data: readonly Tensor[];
  /** The loss of a batch: one number. */
  readonly loss: (...batch: Tensor[]) => Tensor;
  readonly optimizer: Stepper;
  readonly epochs: number;
  /** 32 by default; the last batch of an epoch may be smaller. */
  readonly batchSize?: number;
  /** Leaves a smaller last batch out. */
  readonly dropLast?: boolean;
  /** Each epoch's order is drawn from it; without it the rows stay in their order. */
  readonly random?: Random;
  /** Told to be in training mode for steps, and in evaluation mode for `validate`. */
  readonly model?: { train(): unknown; eval(): unknown; namedBuffers?(): [name: string, buffer: Tensor][] };
  /** Measures the model after each epoch: a number named "validation", or several by name. */
  readonly validate?: () => number | Metrics | Promise<number | Metrics>;
  /** Moved after each epoch, with the metric if it wants one; or after each batch. */
  readonly schedule?: { step(metric?: number): void };
  readonly scheduleEvery?: "epoch" | "batch";
  /** The metric that the schedule is told; "loss" by default. */
  readonly scheduleMetric?: string;
  /** Gradients of a greater norm are scaled down to it. */
  readonly maxGradNorm?: number;
  readonly earlyStopping?: EarlyStoppingOptions;
  /** Takes parameters and buffers of the best epoch back at the end, where early stopping watches; true by default. */
  readonly restoreBest?: boolean;
  /** Called with where training stands after every so many steps, to save it; waited for. */
  readonly checkpoint?: { readonly every: number; save(state: FitState): void | Promise<void> };
  /** Goes on from where a checkpoint was taken; weights, optimiser and schedule are the caller's to load. */
  readonly resume?: FitState;
  readonly onStep?: (event: StepEvent) => void;
  readonly onEpoch?: (event: EpochEvent) => void;
  /** Ends training after the step it is in: an AbortSignal. */
  readonly signal?: { readonly aborted: boolean };
}

/** How a training went. */
export interface FitResult {
  readonly why: "all epochs are done" | "stopped early" | "cancelled";
  readonly steps: number;
  /** The metrics of each epoch that ended. */
  readonly history: readonly Metrics[];
  /** The best epoch, where early stopping watched. */
  readonly best: Best | null;
}
