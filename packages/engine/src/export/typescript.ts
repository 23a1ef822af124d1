import { javascript, SourcePrinter, typescript } from "@outgrad/ops/source";
import type { ExportGraph } from "./graph.js";
import type { Exportable, ExportedProgram, ExportOptions } from "./options.js";
import type { Body } from "./statements.js";
import { exportWith, rows, type Syntax } from "./syntax.js";

/** Options of `toTypeScript`. */
export interface TypeScriptOptions extends ExportOptions {
  /** Whether the text has types; without them it is JavaScript. True by default. */
  readonly types?: boolean;
}

const syntax = (types: boolean): Syntax => {
  const typed = (text: string, type: string): string => (types ? `${text}: ${type}` : text);
  const head = (name: string, { inputs }: ExportGraph, result: string): string => {
    const given = inputs.map((input) =>
      typed(input.name, input.size === null ? "number" : "ArrayLike<number>"),
    );
    return `export function ${typed(`${name}(${given.join(", ")})`, result)}`;
  };
  const block = (graph: ExportGraph, body: Body, result: string): string => {
    const unread = graph.inputs
      .filter(({ name }) => !body.reads.has(name))
      .map(({ name }) => `void ${name};`);
    const lines = [...unread, ...body.lines, `return ${result};`];
    return ` {\n${lines.map((line) => `  ${line}\n`).join("")}}\n`;
  };
  return {
    printer: new SourcePrinter(types ? typescript : javascript),
    declare: (name, text) => `const ${name} = ${text};`,
    variable: (name, text) => `let ${name} = ${text};`,
    add: (name, text) => `${name} += ${text};`,
    element: (list, index) => `${list}[${index}]${types ? "!" : ""}`,
    table: (name) => `${name}Parameters`,
    gradientName: (name) => `${name}Gradient`,
    holds: () => true,
    comment: (lines) => lines.map((line) => `// ${line}\n`).join(""),
    list: (name, numbers, notes) =>
      `const ${typed(name, "readonly number[]")} = [\n${rows(numbers, notes, "//")}];\n`,
    valueFunction(graph, body) {
      if (graph.traced.shape?.length === 0) {
        return head(graph.name, graph, "number") + block(graph, body, body.outputs[0] as string);
      }
      return head(graph.name, graph, "number[]") + block(graph, body, `[${body.outputs.join(", ")}]`);
    },
    gradientFunction(graph, body, name) {
      const found = graph.inputs.map(({ size }, i) => {
        const texts = body.gradients[i] as readonly string[];
        return size === null ? texts[0] : `[${texts.join(", ")}]`;
      });
      const kinds = graph.inputs.map((input) =>
        typed(input.name, input.size === null ? "number" : "number[]"),
      );
      const result = `[${[typed("value", "number"), ...kinds].join(", ")}]`;
      return head(name, graph, result) + block(graph, body, `[${[body.outputs[0], ...found].join(", ")}]`);
    },
    preamble: "",
    notes: ["Needs nothing. It computes the bits that the function had where it was written."],
    gap: "\n",
  };
};

/**
 * The program as TypeScript, or with `types: false` as JavaScript: a module without imports that exports `f(x, b)`, and
 * `fGradient(x, b)`, which gives `[value, gradient for x, gradient for b]`. It computes the same bits.
 *
 * @throws TypeError for options that do not fit, and what `compile` throws for a function that cannot be recorded.
 */
export function toTypeScript(f: Exportable, options: TypeScriptOptions = {}): ExportedProgram {
  const { types = true } = options;
  return exportWith("toTypeScript", () => syntax(types), f, options, ["types"]);
}
