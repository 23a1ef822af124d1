import { GpuPrinter } from "@outgrad/ops/gpu";
import { gpuNotes, isHeld } from "./gpu.js";
import { gradientPlaces } from "./gradient-places.js";
import type { ExportGraph } from "./graph.js";
import { indented } from "./indented.js";
import type { Exportable, ExportedProgram, ExportOptions } from "./options.js";
import { exportWith, rows, type Syntax } from "./syntax.js";

const typeOf = (size: number | null): string => (size === null ? "f32" : `array<f32, ${size}>`);

const given = ({ inputs }: ExportGraph): string[] =>
  inputs.map(({ name, size }) => `${name}: ${typeOf(size)}`);

const syntax = (): Syntax => ({
  printer: new GpuPrinter("wgsl"),
  declare: (name, text) => `let ${name}: f32 = ${text};`,
  variable: (name, text) => `var ${name}: f32 = ${text};`,
  add: (name, text) => `${name} += ${text};`,
  element: (list, index) => `${list}[${index}]`,
  table: (name) => `${name}_parameters`,
  gradientName: (name) => `${name}_gradient`,
  holds: isHeld,
  comment: (lines) => lines.map((line) => `// ${line}\n`).join(""),
  // No constant: a quotient of constants that is infinite would be refused.
  list: (name, numbers, notes) =>
    `var<private> ${name}: array<f32, ${numbers.length}> = array<f32, ${numbers.length}>(\n${rows(numbers, notes, "//")});\n`,
  valueFunction(graph, body) {
    const { name, traced } = graph;
    const isOne = traced.shape?.length === 0;
    const type = typeOf(isOne ? null : body.outputs.length);
    const result = isOne ? body.outputs[0] : `${type}(${body.outputs.join(", ")})`;
    return `fn ${name}(${given(graph).join(", ")}) -> ${type} {\n${indented([...body.lines, `return ${result};`])}}\n`;
  },
  gradientFunction(graph, body, name) {
    const { parameters, stores } = gradientPlaces(graph, body, {
      parameter: (own, size) => `${own}: ptr<function, ${typeOf(size)}>`,
      number: (own) => `*${own}`,
      element: (own, k) => `(*${own})[${k}]`,
    });
    const lines = indented([...body.lines, ...stores, `return ${body.outputs[0]};`]);
    return `fn ${name}(${[...given(graph), ...parameters].join(", ")}) -> f32 {\n${lines}}\n`;
  },
  preamble: "",
  notes: ["WGSL.", ...gpuNotes],
  gap: "\n",
});

/**
 * The program as WGSL, for WebGPU: functions to put into a module, `fn f(x: array<f32, 2>, b: f32) -> f32`, and
 * `fn f_gradient(...) -> f32`, which takes pointers for the gradients after the arguments. Several results are an array.
 * Numbers are float32: see `gpuPolicy` of "@outgrad/ops/gpu".
 *
 * @throws TypeError for options that do not fit, and what `compile` throws for a function that cannot be recorded.
 */
export const toWgsl = (f: Exportable, options: ExportOptions = {}): ExportedProgram =>
  exportWith("toWgsl", syntax, f, options);
