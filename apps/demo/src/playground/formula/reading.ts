import type { Assignment } from "@outgrad/ops";
import type { Circuit } from "../circuit.ts";
import { programKey } from "../geometry/function-key.ts";
import { agreement } from "./agreement.ts";
import { type Entry, entryOf } from "./book.ts";
import { evaluate } from "./evaluate.ts";

/** The derivatives of one program, with that program: in another one their names mean something else, or nothing. */
export interface Reading {
  /** The key of the program. */
  readonly of: string;
  readonly program: readonly Assignment[];
  readonly entries: readonly Entry[];
}

/** The derivatives of a circuit's program by these leaves, at the end; whoever asks may pause after each. */
export function* read(
  circuit: Circuit,
  program: readonly Assignment[] | string,
  leaves: readonly string[],
): Generator<Reading | undefined> {
  if (typeof program === "string") return;
  const entries: Entry[] = [];
  for (const leaf of leaves) {
    entries.push(entryOf(program, leaf));
    yield undefined;
  }
  yield { of: programKey(circuit), program, entries };
}

/** A derivative, and how its number compares with the gradient. */
export interface Compared {
  readonly entry: Entry;
  readonly sentence: string;
}

/** What was read by these leaves, with the circuit's numbers; nothing where another program was read. */
export function compared(
  reading: Reading | undefined,
  circuit: Circuit,
  leaves: readonly string[],
): readonly Compared[] {
  if (reading?.of !== programKey(circuit)) return [];
  const { program, entries } = reading;
  return entries
    .filter(({ derivative }) => leaves.includes(derivative.leaf))
    .map((entry) => {
      const value = evaluate(program, entry.derivative, circuit.leaves);
      return { entry, sentence: agreement(value, circuit.slopes.get(entry.derivative.leaf) ?? 0) };
    });
}
