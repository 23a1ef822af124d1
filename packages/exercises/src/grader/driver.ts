import type { Thrown } from "../subject/subject.js";
import type { Trial } from "./trial.js";

/** What an operation's rule did to the gradients of its operands when it was told to run. */
export interface Sent {
  /** What the result's gradient was when its rule ran. */
  readonly upstream: number;
  /** What the operands' gradients are now; NaN where that is no number. Plain numbers have 0. */
  readonly grads: readonly number[];
  /** What the result's gradient is now. */
  readonly after: number;
}

/** A way to run the rules of a class. */
export interface Driver {
  readonly name: "rule" | "backward";
  /** Whether gradients that were there before can be seen to stay; a backward() may clear them. */
  readonly keepsBefore: boolean;
  /**
   * Gives the operands these gradients and the result about this upstream gradient, runs the rule, and tells what came
   * of it.
   */
  run(trial: Trial, before: readonly number[], upstream: number): Sent | Thrown;
}
