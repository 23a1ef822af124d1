/** What the watchdog goes by. */
export interface Patience {
  /** How long the process had computed, in ms, when it began what it is trying; shared, and endless before. */
  readonly began: Float64Array;
  /** How long it may compute since then, in ms. */
  readonly limit: number;
}

/** How long each thing that is tried may compute, in ms; loading the grader is not counted. */
export const limit = 2000;

/** What a process says that is ended for having computed too long. */
export const overtime = "outgrad: overtime\n";
