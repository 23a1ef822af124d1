import * as source from "./function.ts";
import { measure } from "./measure.ts";
import type { Look } from "./report.ts";
import { search } from "./search.ts";
import { readSubject } from "./subject.ts";

/** The function's inputs, and everything about it at a point, with the error curve of one input. */
export function look(at: readonly number[] | null, of: number): Look {
  const subject = readSubject(source);
  const { names, range } = subject;
  const x =
    at?.length === names.length
      ? at
      : range.map(([low, high], i) => round(low + (high - low) * ((0.6 + 0.27 * i) % 1)));
  return { names, range, ...measure(subject, x, of) };
}

/** Few digits, for a point that nobody chose. */
const round = (x: number): number => Number(x.toPrecision(2));

/** One round of the search for its worst input. */
export const seek = (seed: number, round: number) => search(readSubject(source), seed, round);
