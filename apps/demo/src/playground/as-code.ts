import { type Formula, ops } from "@outgrad/ops";
import type { Order } from "./address.ts";
import type { ExpressionCircuit } from "./circuit.ts";
import { recursionCode, recursionImport, recursionNames } from "./recursion-code.ts";

/**
 * A TypeScript program that computes what the playground shows: leaves, lines, backward, and the gradients.
 * With `labels` the lines keep their names in the graph; in recursive order it also sends gradients on too early.
 */
export function asCode(
  { expression: { program }, leaves, passes }: ExpressionCircuit,
  { labels = false, order = "topological" }: { readonly labels?: boolean; readonly order?: Order } = {},
): string {
  const isRecursive = order === "recursive" && passes > 0;
  const reserved = safeNames(
    [...leaves.keys(), ...program.map(({ name }) => name)],
    isRecursive ? recursionNames : [],
  );
  const name = (text: string) => reserved.get(text) ?? text;
  const printer = new Printer(name);
  const lines = program.map((line) => `const ${name(line.name)} = ${printer.value(line.formula)};`);
  const named = program
    .filter(({ formula }) => formula.kind !== "name")
    .map((line) => `${name(line.name)}.label = ${JSON.stringify(line.name)};`);
  const last = name(program.at(-1)?.name ?? "result");
  const body = [
    ...[...leaves].map(([leaf, x]) => `const ${name(leaf)} = value(${x}, ${JSON.stringify(leaf)});`),
    ...lines,
    ...(labels && named.length > 0 ? ["// What cards and rows are called.", named.join(" ")] : []),
    "",
    ...Array.from({ length: Math.max(1, passes) }, () => `${last}.backward();`),
    `console.log(${JSON.stringify(program.at(-1)?.name ?? "result")}, ${last}.data);`,
    ...[...leaves.keys()].map(
      (leaf) => `console.log(${JSON.stringify(`gradient of ${leaf}`)}, ${name(leaf)}.grad);`,
    ),
    ...(isRecursive
      ? recursionCode(
          last,
          [...leaves.keys()].map((leaf) => [leaf, name(leaf)]),
          passes,
        )
      : []),
  ].join("\n");
  const functions = Object.keys(ops).filter((op) =>
    new RegExp(`(?<![.\\p{L}\\p{N}_])${op}\\(`, "u").test(body),
  );
  const types = isRecursive ? ["type Value"] : [];
  const engine = `import { ${[...functions, ...types, "value"].join(", ")} } from "@outgrad/engine";`;
  return `${[engine, ...(isRecursive ? [recursionImport] : [])].join("\n")}\n\n${body}\n`;
}

/** Writes formulas as method calls; where a plain number comes first, as calls of the free functions. */
class Printer {
  private readonly name: (text: string) => string;

  constructor(name: (text: string) => string) {
    this.name = name;
  }

  /** A formula that is a Value in the program, even if it is only a number. */
  value(formula: Formula): string {
    return isNumber(formula) ? `value(${this.print(formula)})` : this.print(formula);
  }

  private print(formula: Formula): string {
    switch (formula.kind) {
      case "number":
        return String(formula.value);
      case "name":
        return this.name(formula.name);
      case "negate":
        return formula.of.kind === "number" ? `-${formula.of.value}` : this.call("neg", [formula.of]);
      case "binary":
        return this.call(operators[formula.operator], [formula.left, formula.right]);
      case "choose": {
        const side = (part: Formula) => (isNumber(part) ? this.print(part) : `${this.print(part)}.data`);
        const test = `${side(formula.left)} ${comparisons[formula.comparison]} ${side(formula.right)}`;
        return `(${test} ? ${this.value(formula.then)} : ${this.value(formula.otherwise)})`;
      }
      case "call":
        return this.call(formula.name, formula.args);
    }
  }

  private call(op: string, [first, ...rest]: readonly Formula[]): string {
    if (first === undefined) return `${op}()`;
    const others = rest.map((part) => this.print(part));
    return isNumber(first)
      ? `${op}(${[this.print(first), ...others].join(", ")})`
      : `${this.print(first)}.${op}(${others.join(", ")})`;
  }
}

const operators = { "+": "add", "-": "sub", "*": "mul", "/": "div" } as const;
const comparisons = { "<": "<", ">": ">", "<=": "<=", ">=": ">=", "==": "===", "!=": "!==" } as const;

/** Whether a formula is a plain number in the program, which has no methods. */
function isNumber(formula: Formula): boolean {
  return formula.kind === "number" || (formula.kind === "negate" && formula.of.kind === "number");
}

const taken = new Set([
  ...Object.keys(ops),
  ...(
    "value console break case catch class const continue debugger default delete do else enum export extends false " +
    "finally for function if implements import in instanceof interface let new null package private protected public " +
    "return static super switch this throw true try typeof var void while with yield await async of eval arguments " +
    "undefined NaN Infinity"
  ).split(" "),
]);

/** Names that would be something else in TypeScript, with an underscore behind them. */
function safeNames(names: readonly string[], others: readonly string[]): Map<string, string> {
  const used = new Set(names);
  return new Map(
    names.map((name) => {
      let safe = name;
      while (taken.has(safe) || others.includes(safe) || (safe !== name && used.has(safe))) safe = `${safe}_`;
      return [name, safe];
    }),
  );
}
