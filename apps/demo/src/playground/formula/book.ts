import type { Assignment } from "@outgrad/ops";
import { type Derivative, derivativeOf } from "./derivative.ts";
import { type Written, write } from "./written.ts";

/** A leaf's derivative, ready to be read and to be computed. */
export interface Entry {
  readonly derivative: Derivative;
  readonly written: Written;
}

const books = new WeakMap<readonly Assignment[], Map<string, Entry>>();

/** The derivative of a program by a leaf. It does not depend on the leaves' numbers, so it is made once. */
export function entryOf(program: readonly Assignment[], leaf: string): Entry {
  const book = books.get(program) ?? new Map<string, Entry>();
  books.set(program, book);
  let entry = book.get(leaf);
  if (entry === undefined) {
    const derivative = derivativeOf(program, leaf);
    entry = { derivative, written: write(derivative) };
    book.set(leaf, entry);
  }
  return entry;
}
