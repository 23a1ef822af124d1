/** A point in the story of an expression: some values are known, then all of them and some gradients. */
export interface Place {
  readonly phase: "forward" | "backward";
  /** How many steps of the phase are done. */
  readonly done: number;
  /** How many steps the phase has. */
  readonly of: number;
}

/**
 * The story as one line of positions 0, 1, 2, ...: first every node's value in tape order, then the
 * chain-rule steps.
 */
export interface Timeline {
  readonly forward: number;
  readonly backward: number;
}

/** The last position. */
export const lastPosition = ({ forward, backward }: Timeline): number => forward + backward;

/** A position moved into the story; Infinity is its end. */
export function clampPosition(timeline: Timeline, position: number): number {
  return Math.max(0, Math.min(lastPosition(timeline), Math.floor(position)));
}

/** Where a position is. */
export function placeAt({ forward, backward }: Timeline, position: number): Place {
  return position <= forward
    ? { phase: "forward", done: position, of: forward }
    : { phase: "backward", done: position - forward, of: backward };
}

/** "forward 3 / 7". */
export const placeText = ({ phase, done, of }: Place): string => `${phase} ${done} / ${of}`;
