import type { Example } from "../finding.js";
import { type Numbers, near } from "./numbers.js";
import type { Trial } from "./trial.js";

type Details = Readonly<Record<string, string | number>>;

/** What one mistake would have given. */
export type Suspect = readonly [code: string, gives: Numbers, details?: Details];

export interface Answered {
  readonly seen: Numbers;
  readonly wanted: Numbers;
  /** Mistakes in the order in which they are looked for. */
  readonly suspects: readonly Suspect[];
  readonly example: Example;
  /** The code for an answer that no suspect explains. */
  readonly otherwise: string;
  /** What the answer is of, for the sentence: "b", "the logits". */
  readonly of?: string;
  /** What sentences about this answer need besides. */
  readonly more?: Details;
}

/** Ends the trial unless what was seen is what was wanted; says which mistake would have given it, if one would. */
export function judge(trial: Trial, answered: Answered): void {
  const { seen, wanted, suspects, example, otherwise, of, more } = answered;
  if (near(seen, wanted)) return;
  const cause = suspects.find(([, gives]) => near(seen, gives));
  const details = { ...(of !== undefined && { of }), ...more, ...cause?.[2] };
  const { place, ...numbers } = firstDifference(seen, wanted, "");
  trial.fail(cause?.[0] ?? otherwise, {
    example,
    ...numbers,
    details: { ...details, ...(place !== "" && { place }) },
  });
}

/** Where the two first differ, as an index is written, and what stands there. */
function firstDifference(seen: Numbers, wanted: Numbers, place: string): Difference {
  if (typeof seen === "number" || typeof wanted === "number") {
    return { place, seen: seen as number, wanted: wanted as number };
  }
  const i = seen.findIndex((each, at) => !near(each, wanted[at] as Numbers));
  return firstDifference(seen[i] as Numbers, wanted[i] as Numbers, `${place}[${i}]`);
}

interface Difference {
  readonly place: string;
  readonly seen: number;
  readonly wanted: number;
}
