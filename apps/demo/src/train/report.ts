import type { Standing } from "../lab/client.ts";
import type { Computer } from "./computer.ts";
import type { Inside } from "./inside.ts";
import type { Plane } from "./plane.ts";

/** What is known of a run from its start. */
export interface Opened {
  /** Numbers that training changes. */
  readonly weights: number;
  readonly stepsPerEpoch: number;
}

/** Where a run stands. */
export interface Report extends Standing {
  readonly epoch: number;
  readonly step: number;
  readonly samplesPerSecond: number;
  readonly updatesPerSecond: number;
  /** What training and scoring are computed by; null before they are compiled, and where they are not. */
  readonly choices: Computer["choices"];
  /** What the network says about the plane, when that is new. */
  readonly plane: Plane | null;
  /** The sample that is looked at, when there is something new to see. */
  readonly inside: Inside | null;
}
