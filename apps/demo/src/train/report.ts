import type { Standing } from "../lab/client.ts";
import type { Computer } from "./computer.ts";
import type { Numbers } from "./eye.ts";
import type { Inside } from "./inside.ts";
import type { Phase, RunMeasurement } from "./phase.ts";
import type { Plane } from "./plane.ts";
import type { Sight } from "./sight.ts";

/** What is known of a run from its start. */
export interface Opened {
  /** Numbers that training changes. */
  readonly weights: number;
  readonly stepsPerEpoch: number;
  /** The update at which it begins: that of the snapshot which it was opened from, or 0. */
  readonly firstStep: number;
  /** The learning rate of every update, where a schedule changes it. */
  readonly rates: Float64Array | null;
}

/** Where a run stands. */
export interface Report extends Standing {
  readonly measurements: readonly RunMeasurement[];
  readonly epoch: number;
  readonly step: number;
  /** The sub-step that was done last; "update" or, at the very start, "zero" between two updates. */
  readonly phase: Phase;
  /** The samples of the update that is under way, or was last; none before any. */
  readonly batch: readonly number[];
  /** The mean loss of that batch. */
  readonly batchLoss: number | null;
  /** Whether it goes sub-step by sub-step. */
  readonly separate: boolean;
  /** The length of the gradient of all weights, where it goes sub-step by sub-step. */
  readonly gradient: number;
  /** The learning rate of the next update. */
  readonly lr: number;
  /** The latest update that was ever computed: every one up to it can be sought. */
  readonly furthest: number;
  readonly samplesPerSecond: number;
  readonly updatesPerSecond: number;
  /** What training and scoring are computed by; null before they are compiled, and where they are not. */
  readonly choices: Computer["choices"];
  /** What the network says about the plane, when that is new. */
  readonly plane: Plane | null;
  /** What the neurons see of the plane, when that is new. */
  readonly sight: Sight | null;
  /** The weights and their gradients, when they are new. */
  readonly numbers: Numbers | null;
  /** The sample that is looked at, when there is something new to see. */
  readonly inside: Inside | null;
}
