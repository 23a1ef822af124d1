import type { Comparison, Formula } from "../formula/ast.js";
import type { Dialect } from "./dialect.js";

/** The text of a call, from its name without "og_" and the texts of its arguments; notes that it is called. */
export type Call = (name: string, args: readonly string[]) => string;

/** The text of a choice, from those of its parts. */
export type Choose = (
  comparison: Comparison,
  parts: readonly [left: string, right: string, then: string, otherwise: string],
) => string;

/** What an expression is written with. */
export interface Writing {
  readonly dialect: Dialect;
  readonly read: (name: string) => string;
  readonly call: Call;
  readonly choose: Choose;
}

/** The text of a number, as float32. */
export function numberText(x: number, dialect: Dialect, call: Call): string {
  const rounded = Math.fround(x);
  if (Number.isNaN(rounded)) return call("nan", []);
  const size = Math.abs(rounded);
  const text = size === Number.POSITIVE_INFINITY ? call("inf", []) : dialect.number(size);
  return rounded < 0 ? dialect.negate(text) : text;
}

/** The text of a formula, in parentheses where it needs them. */
export function formulaText(formula: Formula, writing: Writing): string {
  const { dialect, read, call, choose } = writing;
  const text = (part: Formula) => formulaText(part, writing);
  switch (formula.kind) {
    case "number":
      return numberText(formula.value, dialect, call);
    case "name":
      return read(formula.name);
    case "negate":
      return dialect.negate(text(formula.of));
    case "binary":
      return `(${text(formula.left)} ${formula.operator} ${text(formula.right)})`;
    case "choose": {
      const { comparison, left, right, then, otherwise } = formula;
      return choose(comparison, [text(left), text(right), text(then), text(otherwise)]);
    }
    case "call":
      return call(formula.name, formula.args.map(text));
  }
}
