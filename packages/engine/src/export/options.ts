import type { Expression } from "../expression.js";
import type { Value } from "../value.js";

/** A function of Values as `compile` takes it, or an expression. */
export type Exportable = ((...args: never[]) => unknown) | Expression;

/** Options of `toC` and its siblings. */
export interface ExportOptions {
  /**
   * Numbers of the shapes that the function takes, as for a call of what `compile` gives: `[[0, 0], 1]` for a list of two
   * numbers and a number. Not for an expression, nor for a function without arguments.
   */
  readonly args?: readonly unknown[];
  /** What the arguments are called in the text; `x`, or `x1`, `x2`, ... if absent. An expression has names of its own. */
  readonly names?: readonly string[];
  /** What the function is called in the text; "f" if absent. */
  readonly name?: string;
  /** Whether there is a second function in the text, for the value with its gradient. */
  readonly gradient?: boolean;
  /**
   * What becomes of the Values that the function uses from outside: "constants", the usual, writes their numbers of now
   * into the text; with "arguments" they are one more list to hand in, `parameters`, with a gradient of its own.
   */
  readonly parameters?: "constants" | "arguments";
}

/** An argument of an exported function. */
export interface ExportedInput {
  /** What it is called in the text. */
  readonly name: string;
  /** How many numbers it has, lists in lists one after the other; null for a number alone. */
  readonly size: number | null;
}

/** A program as text, and how to call it. */
export interface ExportedProgram {
  readonly text: string;
  /** The function for the value. */
  readonly name: string;
  /** The function for the value with its gradient; null if there is none. */
  readonly gradientName: string | null;
  readonly inputs: readonly ExportedInput[];
  /** How many numbers it gives; null for a number alone. */
  readonly outputs: number | null;
  /** The Values from outside, in the order of their numbers in the text. */
  readonly parameters: readonly Value[];
}
