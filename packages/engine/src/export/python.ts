import { python, SourcePrinter } from "@outgrad/ops/source";
import type { ExportGraph } from "./graph.js";
import type { Exportable, ExportedProgram, ExportOptions } from "./options.js";
import type { Body } from "./statements.js";
import { exportWith, rows, type Syntax } from "./syntax.js";

const indented = (lines: readonly string[]): string => lines.map((line) => `    ${line}\n`).join("");

const head = (name: string, { inputs }: ExportGraph): string =>
  `def ${name}(${inputs.map((input) => input.name).join(", ")}):\n`;

/** Integers would be computed with as such. */
const taken = ({ inputs }: ExportGraph, { reads }: Body): string[] =>
  inputs
    .filter(({ name }) => reads.has(name))
    .map(({ name, size }) =>
      size === null ? `${name} = float(${name})` : `${name} = [float(number) for number in ${name}]`,
    );

const syntax = (): Syntax => ({
  printer: new SourcePrinter(python),
  declare: (name, text) => `${name} = ${text}`,
  variable: (name, text) => `${name} = ${text}`,
  add: (name, text) => `${name} += ${text}`,
  element: (list, index) => `${list}[${index}]`,
  table: (name) => `${name}_parameters`,
  gradientName: (name) => `${name}_gradient`,
  holds: () => true,
  comment: (lines) => lines.map((line) => `# ${line}\n`).join(""),
  list: (name, numbers, notes) =>
    `${name} = (\n${rows(numbers, notes, "#").replaceAll(/^/gm, "  ").trimEnd()}\n)\n`,
  valueFunction(graph, body) {
    const [only] = body.outputs;
    const result = graph.traced.shape?.length === 0 ? only : `[${body.outputs.join(", ")}]`;
    return head(graph.name, graph) + indented([...taken(graph, body), ...body.lines, `return ${result}`]);
  },
  gradientFunction(graph, body, name) {
    const found = graph.inputs.map(({ size }, i) => {
      const texts = body.gradients[i] as readonly string[];
      return size === null ? texts[0] : `[${texts.join(", ")}]`;
    });
    const result = `return ${[body.outputs[0], ...found].join(", ")}`;
    return head(name, graph) + indented([...taken(graph, body), ...body.lines, result]);
  },
  preamble: python.preamble,
  notes: ["Python 3, without any package. It computes the bits that the function had where it was written."],
  gap: "\n\n",
});

/**
 * The program as Python: `f(x, b)` gives a number, or a list of several; `f_gradient(x, b)` a tuple of the value and the
 * gradient for each argument. Needs nothing but the standard library, and raises no error where IEEE 754 has a number. It
 * computes the same bits.
 *
 * @throws TypeError for options that do not fit, and what `compile` throws for a function that cannot be recorded.
 */
export const toPython = (f: Exportable, options: ExportOptions = {}): ExportedProgram =>
  exportWith("toPython", syntax, f, options);
