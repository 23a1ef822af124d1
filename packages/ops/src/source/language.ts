import type { Comparison } from "../formula/ast.js";

/** A function of numbers that is no program: text of the language itself. */
export interface Primitive {
  /** The whole definition; it calls itself `og_` and its name. */
  readonly text: string;
  /** How many arguments it takes. */
  readonly arity: number;
}

/** How one language writes what formulas are made of, in double precision. */
export interface SourceLanguage {
  readonly name: string;
  /** A finite number that is not negative, as a double. */
  number(size: number): string;
  readonly infinity: string;
  readonly nan: string;
  /** The quotient of two pieces of text where a plain `/` may not do; null where it does. `divisor` is its number, if it is one. */
  divide(left: string, right: string, divisor: number | null): string | null;
  /** A choice between pieces of text that need no parentheses; it binds loosest of all. */
  choose(condition: string, then: string, otherwise: string): string;
  readonly comparisons: Readonly<Record<Comparison, string>>;
  /** A line that names a number. */
  line(name: string, text: string): string;
  result(text: string): string;
  /** A whole function from the lines of its body, with a comment. */
  define(name: string, args: readonly string[], lines: readonly string[], doc: string): string;
  /** What programs and formulas call and the language has itself, exact by its standard. */
  readonly builtin: Readonly<Record<string, string>>;
  /** What they call besides programs. */
  readonly primitives: Readonly<Record<string, Primitive>>;
  /** What stands above all functions: what they need of the language's library. */
  readonly preamble: string;
}

/** The shortest digits that are read as the same double, with a point or an exponent. */
export function withPoint(x: number): string {
  const text = String(x).replace("e+", "e");
  return /[.e]/.test(text) ? text : `${text}.0`;
}
