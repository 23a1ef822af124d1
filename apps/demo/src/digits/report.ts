import type { Standing } from "../lab/client.ts";
import type { Exam } from "./exam.ts";
import type { Inside, Seen } from "./look.ts";

/** What is known of a run from its start. */
export interface Opened {
  /** Numbers that training changes. */
  readonly weights: number;
  readonly stepsPerEpoch: number;
  /** The pictures to test with, ink from 0 to 16, 64 for each; and the digits that they show. */
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
}

/** Where a run stands. */
export interface Report extends Standing {
  /** Whether all epochs are done. */
  readonly done: boolean;
  readonly epoch: number;
  readonly step: number;
  readonly lr: number;
  /** What the network says about the pictures to test with, when that is new. */
  readonly exam: Exam | null;
  /** The picture that is looked at, when there is something new to see. */
  readonly seen: Seen | null;
  /** What is inside, when that is new; not as often. */
  readonly inside: Inside | null;
}
