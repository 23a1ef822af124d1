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

/** A digit, and what it is read as: "9-8" is a 9 that is read as an 8. */
export const pairOf = ({ label, said }: Pick<Verdict, "label" | "said">): string => `${label}-${said}`;

/** The mistakes among the verdicts, each with how often it happens, the most frequent first. */
export function mistakes(verdicts: readonly Verdict[]): [pair: string, times: number][] {
  const counts = new Map<string, number>();
  for (const verdict of verdicts) {
    if (verdict.said !== verdict.label) counts.set(pairOf(verdict), (counts.get(pairOf(verdict)) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
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
