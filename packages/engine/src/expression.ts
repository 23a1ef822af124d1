import {
  type Assignment,
  allOps,
  type Formula,
  FormulaError,
  type Op,
  parseProgram,
  partsOf,
  type Span,
} from "@outgrad/ops";
import { evaluate, type Surroundings } from "./evaluate.js";
import { lift } from "./lift.js";
import { type Scalar, Value, value } from "./value.js";

/** What an expression computes from given numbers, and where in its text each node comes from. */
export interface Run {
  /** The Value of the last line. */
  readonly result: Value;
  /** Every leaf and every line by name, labelled with it. */
  readonly values: Readonly<Record<string, Value>>;
  /** Where in the text a node was computed, by the Value's id. */
  readonly spans: ReadonlyMap<number, Span>;
}

/** A function of Values that was written as text. */
export interface Expression {
  /** The result for the given names; numbers become leaves, labelled with their names. */
  (given?: Readonly<Record<string, Scalar>>): Value;
  /** The text as it was given. */
  readonly text: string;
  /** The names that must be given, in order of appearance. */
  readonly names: readonly string[];
  /** The lines, as trees with their places in the text. */
  readonly program: readonly Assignment[];
  /** Computes the result and says where each node comes from. */
  run(given?: Readonly<Record<string, Scalar>>): Run;
}

/**
 * Reads a formula, or lines `name = formula` separated by `;` or line breaks, as a function of Values. It may call
 * every op of the table. Precedence is Python's: `-a**3` is `-(a**3)`, `2**3**2` is `2**9`. No `eval`.
 *
 * @example
 * const f = expression("-a**3 + sin(3*b) - 1/c + b**2.5 - a**0.5");
 * f.names // => ["a", "b", "c"]
 * f({ a: 2, b: 3, c: 4 }).data // => 6.336362190988558
 *
 * @throws FormulaError with a caret under the mistake; TypeError when called without a name that it needs.
 */
export function expression(text: string): Expression {
  const program = parseProgram(text, { functions: callable() });
  const names = freeNames(program, text);
  const run = (given: Readonly<Record<string, Scalar>> = {}): Run =>
    evaluateProgram(text, program, leaves(names, given));
  const call = (given?: Readonly<Record<string, Scalar>>): Value => run(given).result;
  return Object.assign(call, { text, names, program, run });
}

/** Every op, of the table and of users, with its least and greatest number of operands. */
function callable(): Record<string, readonly [least: number, most: number]> {
  const arity = ({ name, args, params }: Op) =>
    [name, [args.length, args.length + Object.keys(params).length]] as const;
  return Object.fromEntries(allOps().map(arity));
}

/** The names that no line assigns. A name that is read above its own line is a mistake in the order of lines. */
function freeNames(program: readonly Assignment[], text: string): string[] {
  const assigned = new Set(program.map((line) => line.name));
  const done = new Set<string>();
  const free = new Set<string>();
  const visit = (formula: Formula): void => {
    if (formula.kind === "name") {
      if (assigned.has(formula.name) && !done.has(formula.name)) {
        const reason = `"${formula.name}" is read before the line that computes it; move that line up.`;
        throw new FormulaError(reason, text, formula.span);
      }
      if (!assigned.has(formula.name)) free.add(formula.name);
    }
    for (const part of partsOf(formula)) visit(part);
  };
  for (const line of program) {
    visit(line.formula);
    done.add(line.name);
  }
  return [...free];
}

function leaves(names: readonly string[], given: Readonly<Record<string, Scalar>>): Map<string, Value> {
  const missing = names.filter((name) => !Object.hasOwn(given, name));
  if (missing.length > 0) {
    throw new TypeError(
      `expression: no value for ${missing.join(", ")}; call it with { ${names.map((name) => `${name}: ...`).join(", ")} }.`,
    );
  }
  return new Map(
    names.map((name) => {
      const found = given[name] as Scalar;
      return [name, found instanceof Value ? found : value(found, name)];
    }),
  );
}

function evaluateProgram(text: string, program: readonly Assignment[], values: Map<string, Value>): Run {
  const spans = new Map<number, Span>();
  const around: Surroundings = {
    text,
    read: (name) => values.get(name) as Value,
    computed: (result, part) => spans.set(result.id, part.span),
  };
  let result = lift(0, "expression");
  for (const { name, formula } of program) {
    result = lift(evaluate(formula, around), "expression");
    // A line that only renames (y = x) must not take the name from what it renames; one formula needs no name.
    const named = formula.kind !== "name" && !(program.length === 1 && name === "result");
    if (named && result.label === "") result.label = name;
    values.set(name, result);
  }
  return { result, values: Object.fromEntries(values), spans };
}
