import type { Formula } from "@outgrad/ops";
import type { ExportGraph } from "./graph.js";
import { graphOf } from "./graph.js";
import type { Exportable, ExportedProgram, ExportOptions } from "./options.js";
import { type Body, Statements } from "./statements.js";

/** What prints a language's formulas; those of `@outgrad/ops/source` and of `@outgrad/ops/gpu` do. */
export interface Printer {
  print(formula: Formula, read: (name: string) => string): string;
  number(x: number): string;
  functions(): readonly (string | { readonly text: string })[];
}

/** How a language writes the lines and functions around formulas. */
export interface Syntax {
  readonly printer: Printer;
  /** A number that does not change, and one that does. */
  declare(name: string, text: string): string;
  variable(name: string, text: string): string;
  add(name: string, text: string): string;
  element(list: string, index: number): string;
  /** The names of the list of parameters, and of the function for the gradient, of the function of that name. */
  table(name: string): string;
  gradientName(name: string): string;
  /** Whether the list of parameters can have that number; where it cannot, it stands where it is read. */
  holds(x: number): boolean;
  comment(lines: readonly string[]): string;
  /** The list of parameters, from the texts of its numbers, each with what it is called. */
  list(name: string, numbers: readonly string[], notes: readonly string[]): string;
  valueFunction(graph: ExportGraph, body: Body): string;
  gradientFunction(graph: ExportGraph, body: Body, name: string): string;
  /** What the text begins with, below the comment. */
  readonly preamble: string;
  /** What the comment says beside what holds for every language. */
  readonly notes: readonly string[];
  /** What stands between functions. */
  readonly gap: string;
}

/** Prints a program: its functions, their parameters, and the functions that they call. */
export function exportWith(
  where: string,
  syntaxOf: () => Syntax,
  f: Exportable,
  options: ExportOptions,
  more: readonly string[] = [],
): ExportedProgram {
  const graph = graphOf(where, f, options, more);
  const syntax = syntaxOf();
  const { name, inputs, constants, traced } = graph;
  const statements = new Statements(graph, syntax);
  const parts = [syntax.valueFunction(graph, statements.value())];
  const gradientName = graph.gradient ? syntax.gradientName(name) : null;
  if (gradientName !== null) {
    parts.push(syntax.gradientFunction(graph, statements.valueAndGradient(), gradientName));
  }
  if (constants.length > 0) {
    const numbers = constants.map((x) => syntax.printer.number(syntax.holds(x) ? x : 0));
    parts.unshift(syntax.list(syntax.table(name), numbers, traced.outside.map(noteOf)));
  }
  const functions = syntax.printer.functions().map((made) => (typeof made === "string" ? made : made.text));
  const outputs = traced.shape?.length === 0 ? null : traced.outputs.length;
  const about = [
    `${name}: ${signature(inputs, outputs)}.`,
    ...(gradientName ? [gradientNote(gradientName)] : []),
  ];
  const text = [syntax.comment([...about, ...syntax.notes]) + syntax.preamble, ...functions, ...parts]
    .filter((part) => part !== "")
    .join(syntax.gap);
  return { text, name, gradientName, inputs, outputs, parameters: traced.outside };
}

const count = (size: number | null): string =>
  size === null ? "a number" : size === 1 ? "a list of 1 number" : `a list of ${size} numbers`;

const signature = (inputs: ExportedProgram["inputs"], outputs: number | null): string => {
  const given = inputs.map(({ name, size }) => `${name}, ${count(size)}`).join("; ");
  return given === "" ? `gives ${count(outputs)}` : `takes ${given}; gives ${count(outputs)}`;
};

const gradientNote = (name: string): string =>
  `${name}: the same value, with its gradient for each of these.`;

/** A label as it may stand in a comment of any language. */
const noteOf = ({ label }: { readonly label: string }): string => label.replace(/[^ -)+-.0-[\]-~]/gu, "_");

/** Texts in lines of a width that can be read; with notes one to a line. */
export function rows(numbers: readonly string[], notes: readonly string[], comment: string): string {
  if (notes.some((note) => note !== "")) {
    return numbers.map((text, i) => `  ${text},${notes[i] ? ` ${comment} ${notes[i]}` : ""}\n`).join("");
  }
  const lines: string[] = [];
  for (let i = 0; i < numbers.length; i += 5) lines.push(`  ${numbers.slice(i, i + 5).join(", ")},\n`);
  return lines.join("");
}
