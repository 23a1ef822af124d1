import type { Language } from "../finding.js";
import type { Refusal, Thrown } from "./subject.js";

/** What crosses from one language to the other. Nothing (`undefined`, `None`) is null; NaN and infinities are numbers. */
export type Plain = number | string | boolean | null | readonly Plain[];

/** What came of a call: something plain, a thing that does not cross, in words ("a Value", "a function"), or an error. */
export type Answer = { readonly plain: Plain } | { readonly other: string } | { readonly thrown: Thrown };

/** A learner's text as functions that are called by name, whatever language it is written in. All of it is synchronous. */
export interface Program {
  /** What it is written in. */
  readonly language: Language;
  /** The whole text. */
  readonly source: string;
  /** What of the text could not be run and was passed over: imports of what is not here, a notebook's other cells. */
  readonly skipped?: readonly Refusal[];
  /** Whether the top of the text defines this name. */
  has(name: string): boolean;
  /** Lists arrive as lists of the language; what the function does comes back, as plain data if it is. */
  call(name: string, args: readonly Plain[]): Answer;
  /** Frees what the program holds. */
  close(): void;
}
