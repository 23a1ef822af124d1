import type { Computer } from "./computer.ts";
import type { Inside } from "./inside.ts";
import type { Plane } from "./plane.ts";
import type { Measurement } from "./run.ts";

/** What is known of a run from its start. */
export interface Opened {
  /** Numbers that training changes. */
  readonly weights: number;
  readonly stepsPerEpoch: number;
  readonly train: readonly number[];
  readonly test: readonly number[];
}

/** Where a run stands. */
export interface Report {
  readonly playing: boolean;
  /** Whether nothing is being done: no further report can differ from this one. */
  readonly idle: boolean;
  readonly epoch: number;
  readonly step: number;
  readonly samplesPerSecond: number;
  readonly updatesPerSecond: number;
  /** What training and scoring are computed by; null before they are compiled, and where they are not. */
  readonly choices: Computer["choices"];
  /** The measurements that the page does not have yet. */
  readonly measurements: readonly Measurement[];
  /** The scores of every test sample at the last measurement; only with new measurements, only for many classes. */
  readonly testScores: readonly (readonly number[])[] | null;
  /** What the network says about the plane, when that is new. */
  readonly plane: Plane | null;
  /** The sample that is looked at, when there is something new to see. */
  readonly inside: Inside | null;
}
