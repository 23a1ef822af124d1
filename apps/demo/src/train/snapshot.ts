import type { RandomState } from "@outgrad/engine/random";
import type { RuleState } from "./rule.ts";

/** A run between two updates, as plain data: all that it takes to go on from there, bit for bit. */
export interface Snapshot {
  readonly step: number;
  /** Samples that have been trained on, repeats included. */
  readonly samples: number;
  /** Every weight and bias, layer by layer. */
  readonly weights: Float64Array;
  /** Their gradients, which a run that forgets zeroGrad adds to. */
  readonly gradients: Float64Array;
  readonly rule: RuleState;
  /** Where the stream of the orders stands, after that of the epoch. */
  readonly random: RandomState;
  /** The order of the samples in the epoch. */
  readonly order: readonly number[];
}
