import { GpuPrinter } from "@outgrad/ops/gpu";
import { gpuNotes, isHeld } from "./gpu.js";
import { gradientPlaces } from "./gradient-places.js";
import type { ExportGraph } from "./graph.js";
import { indented } from "./indented.js";
import type { Exportable, ExportedProgram, ExportOptions } from "./options.js";
import { exportWith, rows, type Syntax } from "./syntax.js";

const given = ({ inputs }: ExportGraph): string[] =>
  inputs.map(({ name, size }) => (size === null ? `float ${name}` : `float ${name}[${size}]`));

const syntax = (): Syntax => ({
  printer: new GpuPrinter("glsl"),
  declare: (name, text) => `float ${name} = ${text};`,
  variable: (name, text) => `float ${name} = ${text};`,
  add: (name, text) => `${name} += ${text};`,
  element: (list, index) => `${list}[${index}]`,
  table: (name) => `${name}_parameters`,
  gradientName: (name) => `${name}_gradient`,
  holds: isHeld,
  comment: (lines) => lines.map((line) => `// ${line}\n`).join(""),
  list: (name, numbers, notes) => {
    const size = numbers.length;
    // Of its last row no comma may follow.
    const inner = rows(numbers, notes, "//").replace(/,(?=[^,]*$)/, "");
    return `float ${name}[${size}] = float[${size}](\n${inner});\n`;
  },
  valueFunction(graph, body) {
    const { name, traced, identifiers } = graph;
    if (traced.shape?.length === 0) {
      return `float ${name}(${given(graph).join(", ")}) {\n${indented([...body.lines, `return ${body.outputs[0]};`])}}\n`;
    }
    const y = identifiers.take("y");
    const stores = body.outputs.map((text, i) => `${y}[${i}] = ${text};`);
    const all = [...given(graph), `out float ${y}[${body.outputs.length}]`];
    return `void ${name}(${all.join(", ")}) {\n${indented([...body.lines, ...stores])}}\n`;
  },
  gradientFunction(graph, body, name) {
    const { parameters, stores } = gradientPlaces(graph, body, {
      parameter: (own, size) => `out float ${own}${size === null ? "" : `[${size}]`}`,
      number: (own) => own,
      element: (own, k) => `${own}[${k}]`,
    });
    const lines = indented([...body.lines, ...stores, `return ${body.outputs[0]};`]);
    return `float ${name}(${[...given(graph), ...parameters].join(", ")}) {\n${lines}}\n`;
  },
  preamble: "",
  notes: [
    "GLSL ES 3.00, for shaders that begin with: precision highp float; precision highp int;",
    ...gpuNotes,
  ],
  gap: "\n",
});

/**
 * The program as GLSL ES 3.00, for WebGL 2: functions to put into a shader, `float f(float x[2], float b)`, and
 * `float f_gradient(...)`, which takes `out` parameters for the gradients after the arguments. With several results:
 * `void f(..., out float y[n])`. Numbers are float32: see `gpuPolicy` of "@outgrad/ops/gpu".
 *
 * @throws TypeError for options that do not fit, and what `compile` throws for a function that cannot be recorded.
 */
export const toGlsl = (f: Exportable, options: ExportOptions = {}): ExportedProgram =>
  exportWith("toGlsl", syntax, f, options);
