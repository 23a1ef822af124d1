import type { Writer } from "./writer.js";

/**
 * A function of arrays that a GPU computes with one thread for each number of the result. It is described once and
 * printed in the language of each GPU: a thread reads whatever it needs, in loops whose lengths are known beforehand, and
 * gives one number. So it runs everywhere, also where threads cannot talk to each other.
 */
export interface Kernel {
  /** What it is, with all sizes: kernels with one key are the same, and are compiled once. */
  readonly key: string;
  /** How many arrays it reads, all of them from their first number on. */
  readonly inputs: number;
  /** How many whole numbers it is given at each run: those that differ from call to call, such as where a view begins. */
  readonly ints: number;
  /** How many other numbers it is given at each run. */
  readonly floats: number;
  /** How many numbers it makes. */
  readonly size: number;
  /** Writes what a thread does; the last thing is `result`. */
  write(w: Writer): void;
}
