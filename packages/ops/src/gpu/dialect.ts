import type { Comparison } from "../formula/ast.js";

/** A function of numbers that is no program: text of the language itself. */
export interface Primitive {
  readonly args: readonly string[];
  /** The statements of its body. */
  readonly body: string;
}

/** How one language writes what formulas are made of. All of it is float32. */
export interface Dialect {
  /** A finite number, not negative. */
  number(x: number): string;
  /** Minus the number that the text stands for. */
  negate(text: string): string;
  /** One of two numbers by a comparison that no NaN reaches. */
  choose(comparison: Comparison, left: string, right: string, then: string, otherwise: string): string;
  /** A line that names a number. */
  line(name: string, text: string): string;
  /** A whole function, from the statements of its body. */
  define(name: string, args: readonly string[], body: string): string;
  /** Functions that the language has itself, exact on every GPU, and how they are called. */
  readonly builtin: Readonly<Record<string, string>>;
  /** What programs and formulas call besides programs. */
  readonly primitives: Readonly<Record<string, Primitive>>;
}

/** The greatest number of float32: only infinity is above it. */
export const greatest = 3.4028234663852886e38;

/** The fewest digits that are read as the same float32, with a point or an exponent, for a finite x that is not negative. */
export function digits(x: number): string {
  const rounded = Math.fround(x);
  for (let count = 1; ; count++) {
    const near = Number(rounded.toPrecision(count));
    // Above the greatest number, WGSL refuses what would be rounded down to it.
    if (Math.fround(near) !== rounded || near > greatest) continue;
    return withPoint(near);
  }
}

/** A number with a point or an exponent, as shader languages tell it from an integer. */
export function withPoint(x: number): string {
  const text = String(x).replace("e+", "e");
  return /[.e]/.test(text) ? text : `${text}.0`;
}
