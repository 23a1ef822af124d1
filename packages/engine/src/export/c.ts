import { c, SourcePrinter } from "@outgrad/ops/source";
import { gradientPlaces } from "./gradient-places.js";
import type { ExportGraph } from "./graph.js";
import { indented } from "./indented.js";
import type { Exportable, ExportedProgram, ExportOptions } from "./options.js";
import type { Body } from "./statements.js";
import { exportWith, rows, type Syntax } from "./syntax.js";

const given = ({ inputs }: ExportGraph): string[] =>
  inputs.map(({ name, size }) => (size === null ? `double ${name}` : `const double ${name}[${size}]`));

const unread = ({ inputs }: ExportGraph, { reads }: Body): string[] =>
  inputs.filter(({ name }) => !reads.has(name)).map(({ name }) => `(void)${name};`);

const parameters = (all: readonly string[]): string => (all.length === 0 ? "void" : all.join(", "));

const syntax = (): Syntax => ({
  printer: new SourcePrinter(c),
  declare: (name, text) => `const double ${name} = ${text};`,
  variable: (name, text) => `double ${name} = ${text};`,
  add: (name, text) => `${name} += ${text};`,
  element: (list, index) => `${list}[${index}]`,
  table: (name) => `${name}_parameters`,
  gradientName: (name) => `${name}_gradient`,
  holds: () => true,
  comment: (lines) => `/*\n${lines.map((line) => ` * ${line}\n`).join("")} */\n`,
  list: (name, numbers, notes) =>
    `static const double ${name}[${numbers.length}] = {\n${rows(numbers, notes, "//")}};\n`,
  valueFunction(graph, body) {
    const { name, traced, identifiers } = graph;
    const lines = [...unread(graph, body), ...body.lines];
    if (traced.shape?.length === 0) {
      return `double ${name}(${parameters(given(graph))}) {\n${indented([...lines, `return ${body.outputs[0]};`])}}\n`;
    }
    const y = identifiers.take("y");
    const stores = body.outputs.map((text, i) => `${y}[${i}] = ${text};`);
    const all = [...given(graph), `double ${y}[${body.outputs.length}]`];
    return `void ${name}(${parameters(all)}) {\n${indented([...lines, ...stores])}}\n`;
  },
  gradientFunction(graph, body, name) {
    const { parameters: results, stores } = gradientPlaces(graph, body, {
      parameter: (own, size) => (size === null ? `double *${own}` : `double ${own}[${size}]`),
      number: (own) => `*${own}`,
      element: (own, k) => `${own}[${k}]`,
    });
    const lines = [...unread(graph, body), ...body.lines, ...stores, `return ${body.outputs[0]};`];
    return `double ${name}(${parameters([...given(graph), ...results])}) {\n${indented(lines)}}\n`;
  },
  preamble: c.preamble,
  notes: [
    "C99. Compile with -ffp-contract=off and without -ffast-math, link with -lm: then it computes",
    "the bits that the function had where it was written. Of <math.h> it uses what is exact.",
  ],
  gap: "\n",
});

/**
 * The program as C: `double f(const double x[2], double b)`, and `double f_gradient(...)`, which takes places for the
 * gradients after the arguments. With several results: `void f(..., double y[n])`. It computes the same bits.
 *
 * @throws TypeError for options that do not fit, and what `compile` throws for a function that cannot be recorded.
 */
export const toC = (f: Exportable, options: ExportOptions = {}): ExportedProgram =>
  exportWith("toC", syntax, f, options);
