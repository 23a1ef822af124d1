import { winner } from "./winner.ts";

/** What a network says about one picture. */
export interface Verdict {
  /** The place of the picture in its set. */
  readonly place: number;
  readonly label: number;
  readonly said: number;
  /** The probability of the label. */
  readonly p: number;
}

/** The verdict on every picture, the least probable label first: that of the highest loss. */
export function worst(probabilities: ArrayLike<number>, labels: ArrayLike<number>): Verdict[] {
  return Array.from(labels, (label, place) => ({
    place,
    label,
    said: winner(probabilities, place),
    p: probabilities[10 * place + label] as number,
  })).sort((a, b) => a.p - b.p || a.place - b.place);
}
