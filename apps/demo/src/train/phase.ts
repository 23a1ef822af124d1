import type { Measurement } from "../lab/score.ts";

/** The four sub-steps of an update, in a circle: a run begins with "forward", for there is nothing to zero yet. */
export const phaseOrder = ["forward", "backward", "update", "zero"] as const;
export type Phase = (typeof phaseOrder)[number];

/** The sub-step after one. */
export const nextPhase = (phase: Phase): Phase =>
  phaseOrder[(phaseOrder.indexOf(phase) + 1) % phaseOrder.length] as Phase;

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
