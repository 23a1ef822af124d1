import type { Measurement } from "../../lab/score.ts";

/** The part of a run that can be looked at again. */
export interface Reach {
  /** The update at which the run began, and the latest that was computed. */
  readonly first: number;
  readonly furthest: number;
  readonly stepsPerEpoch: number;
}

/** The update so many epochs after another one, as near as the reach allows; whole epochs first. */
export function epochsFrom(step: number, epochs: number, { first, furthest, stepsPerEpoch }: Reach): number {
  const epoch = step / stepsPerEpoch;
  const next = epochs < 0 ? Math.ceil(epoch) + epochs : Math.floor(epoch) + epochs;
  return Math.min(furthest, Math.max(first, next * stepsPerEpoch));
}

/** The measurement that was the newest one when the run stood at an update. */
export const measuredBy = <M extends Measurement>(history: readonly M[], epoch: number): M | undefined =>
  history.findLast((measurement) => measurement.epoch <= epoch);
