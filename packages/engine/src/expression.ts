import {
  type Assignment,
  compare,
  type Formula,
  FormulaError,
  type OpName,
  opOf,
  ops,
  parseProgram,
  partsOf,
  type Span,
} from "@outgrad/ops";
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

const functions: Record<string, readonly [least: number, most: number]> = {};
for (const [name, op] of Object.entries(ops)) {
  const params = "params" in op ? Object.keys(op.params).length : 0;
  functions[name] = [op.args.length, op.args.length + params];
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
  const program = parseProgram(text, { functions });
  const names = freeNames(program, text);
  const run = (given: Readonly<Record<string, Scalar>> = {}): Run =>
    new Evaluation(text, leaves(names, given)).run(program);
  const call = (given?: Readonly<Record<string, Scalar>>): Value => run(given).result;
  return Object.assign(call, { text, names, program, run });
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

/** One evaluation of a program. Plain numbers stay numbers until they meet a Value. */
class Evaluation {
  private readonly text: string;
  private readonly values: Map<string, Value>;
  private readonly spans = new Map<number, Span>();

  constructor(text: string, values: Map<string, Value>) {
    this.text = text;
    this.values = values;
  }

  run(program: readonly Assignment[]): Run {
    let result = lift(0, "expression");
    for (const { name, formula } of program) {
      result = lift(this.evaluate(formula), "expression");
      // A line that only renames (y = x) must not take the name from what it renames.
      if (result.label === "" && formula.kind !== "name" && !(name === "result" && program.length === 1))
        result.label = name;
      this.values.set(name, result);
    }
    return { result, values: Object.fromEntries(this.values), spans: this.spans };
  }

  private evaluate(formula: Formula): Scalar {
    switch (formula.kind) {
      case "number":
        return formula.value;
      case "name":
        return this.values.get(formula.name) as Value;
      case "negate":
        return this.apply("neg", [formula.of], formula.span);
      case "binary":
        return this.apply(opOfOperator[formula.operator], [formula.left, formula.right], formula.span);
      case "choose": {
        const [left, right] = [formula.left, formula.right].map((side) => numberOf(this.evaluate(side)));
        const holds = compare[formula.comparison](left as number, right as number);
        return this.evaluate(holds ? formula.then : formula.otherwise);
      }
      case "call":
        return this.apply(formula.name as OpName, formula.args, formula.span);
    }
  }

  private apply(name: OpName, parts: readonly Formula[], span: Span): Scalar {
    const op = opOf(name);
    const operands = parts.map((part) => this.evaluate(part));
    const args = operands.slice(0, op.args.length);
    const given = operands.slice(op.args.length);
    const params = Object.values(op.params).map((usual, i) => given[i] ?? usual);
    const wrong = params.findIndex((param) => typeof param !== "number");
    if (wrong >= 0) {
      const part = parts[op.args.length + wrong] as Formula;
      const reason = `${name}: ${Object.keys(op.params)[wrong]} is a plain number; no gradient reaches it.`;
      throw new FormulaError(reason, this.text, part.span);
    }
    if (args.every((arg) => typeof arg === "number"))
      return op.value(...(args as number[]), ...(params as number[]));
    const [first, ...rest] = [...args, ...params] as [Scalar, ...Scalar[]];
    const self = lift(first, name);
    const result = (self[name] as (...rest: Scalar[]) => Value).apply(self, rest);
    this.spans.set(result.id, span);
    return result;
  }
}

const opOfOperator = { "+": "add", "-": "sub", "*": "mul", "/": "div" } as const;

const numberOf = (scalar: Scalar): number => (scalar instanceof Value ? scalar.data : scalar);
