/** Where a piece of a formula stands in its text: the index of its first character, and one past its last. */
export type Span = readonly [start: number, end: number];

/** The arithmetic that every target has. */
export type BinaryOperator = "+" | "-" | "*" | "/";

/** The comparisons of a choice `left < right ? then : otherwise`; any comparison with NaN is false, `!=` is true. */
export type Comparison = "<" | ">" | "<=" | ">=" | "==" | "!=";

/** A formula as a tree. A target (JavaScript, complex numbers, TeX, ...) is one function with one case per kind. */
export type Formula =
  | { readonly kind: "number"; readonly value: number; readonly span: Span }
  | { readonly kind: "name"; readonly name: string; readonly span: Span }
  | { readonly kind: "negate"; readonly of: Formula; readonly span: Span }
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: Formula;
      readonly right: Formula;
      readonly span: Span;
    }
  | {
      readonly kind: "choose";
      readonly comparison: Comparison;
      readonly left: Formula;
      readonly right: Formula;
      readonly then: Formula;
      readonly otherwise: Formula;
      readonly span: Span;
    }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Formula[]; readonly span: Span };

/** One line of a program, `name = formula`. The span is that of the name. */
export interface Assignment {
  readonly name: string;
  readonly formula: Formula;
  readonly span: Span;
}

/** The formulas directly inside a formula, left to right. */
export function partsOf(formula: Formula): readonly Formula[] {
  switch (formula.kind) {
    case "number":
    case "name":
      return [];
    case "negate":
      return [formula.of];
    case "binary":
      return [formula.left, formula.right];
    case "choose":
      return [formula.left, formula.right, formula.then, formula.otherwise];
    case "call":
      return formula.args;
  }
}

/** The formula with f of each of its parts in the part's place. */
export function mapParts(formula: Formula, f: (part: Formula) => Formula): Formula {
  switch (formula.kind) {
    case "number":
    case "name":
      return formula;
    case "negate":
      return { ...formula, of: f(formula.of) };
    case "binary":
      return { ...formula, left: f(formula.left), right: f(formula.right) };
    case "choose": {
      const [left, right] = [f(formula.left), f(formula.right)];
      const [then, otherwise] = [f(formula.then), f(formula.otherwise)];
      return { ...formula, left, right, then, otherwise };
    }
    case "call":
      return { ...formula, args: formula.args.map(f) };
  }
}

/** The names that a formula reads, each once, in the order of the text: what a tape must keep for backward. */
export function namesIn(formula: Formula, found = new Set<string>()): ReadonlySet<string> {
  if (formula.kind === "name") found.add(formula.name);
  for (const part of partsOf(formula)) namesIn(part, found);
  return found;
}

/** The functions that a formula calls, each once. */
export function callsIn(formula: Formula, found = new Set<string>()): ReadonlySet<string> {
  if (formula.kind === "call") found.add(formula.name);
  for (const part of partsOf(formula)) callsIn(part, found);
  return found;
}
