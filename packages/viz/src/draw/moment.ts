import type { Moment } from "../story/moment.js";

/** What a drawing needs of a position in a story. */
export interface DrawnMoment {
  readonly phase: "forward" | "backward";
  /** The ids of the values that are computed; all if absent. */
  readonly known?: ReadonlySet<number>;
  /** The gradients so far, by id; what has got nothing yet is absent. */
  readonly grads: ReadonlyMap<number, number>;
  /** The ids of the values that will still get more. */
  readonly unfinished: ReadonlySet<number>;
  /** The value at work. */
  readonly current?: number;
  /** The inputs that it passes its gradient on to, and which argument each is. */
  readonly inputs?: readonly { readonly input: number; readonly index: number }[];
}

/** A moment of a story, as a drawing shows it. */
export function drawnMoment({ phase, known, grads, unfinished, current, step }: Moment): DrawnMoment {
  return {
    phase,
    known,
    grads,
    unfinished,
    ...(current && { current: current.id }),
    ...(step && { inputs: step.contributions }),
  };
}
