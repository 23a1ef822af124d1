import type { Measurement } from "../lab/score.ts";

/** The four sub-steps of an update, in a circle: the first one of a run is "forward", for there is nothing to zero yet. */
export const phases = ["zero", "forward", "backward", "update"] as const;
export type Phase = (typeof phases)[number];

/**
 * What a piece of work has done: a part of a measurement, the last part of it, a part of the preparations (the last is
 * "ready"), a part of a sub-step, or its last one. Only a run whose sub-steps are separate says more than "update".
 */
export type Done = "measuring" | "measured" | "preparing" | "ready" | "training" | Phase;

/** The network measured after an epoch, with the gradients of its last update. */
export interface RunMeasurement extends Measurement {
  /** The length of each layer's gradient; null before any. */
  readonly norms: readonly number[] | null;
}
