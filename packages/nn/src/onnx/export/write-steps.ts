import { opOf } from "@outgrad/ops";
import { OnnxError } from "../error.js";
import { FormulaPrinter, type Piece } from "./formula.js";
import type { Graph } from "./graph.js";
import { natives } from "./natives.js";
import type { Program, Source, Step } from "./program.js";
import { ruleFor } from "./shape-ops/index.js";
import { sameShape } from "./size.js";

/** Writes the steps of a program as nodes; gives the names of its outputs' values. */
export function writeSteps(graph: Graph, { steps, outputs }: Program, integers: ReadonlySet<Step>): string[] {
  const printer = new FormulaPrinter(graph);
  const results: string[] = [];
  const nameOf = (source: Source): string => {
    if (source.kind === "result") return results[source.at] as string;
    if (source.kind === "leaf") return source.name;
    if (source.kind === "constant") return graph.constant(source.numbers, source.shape as readonly number[]);
    const { value, shape } = source;
    if (shape.length === 0) return graph.number(value);
    return graph.node("Expand", [graph.number(value), graph.sizes(shape)]);
  };
  for (const step of steps) {
    const name = step.isElementwise
      ? elementwise(graph, printer, step, nameOf)
      : onShapes(graph, step, nameOf);
    if (integers.has(step)) graph.addInteger(name);
    results.push(name);
  }
  return outputs.map(([, source]) => nameOf(source));
}

function onShapes(
  graph: Graph,
  { op, operands, shape, options }: Step,
  nameOf: (source: Source) => string,
): string {
  const rule = ruleFor(op);
  if (rule === undefined) {
    throw new OnnxError(`exportOnnx: forward applies ${op}, which cannot be written as ONNX.`);
  }
  return rule(graph, {
    inputs: operands.map(nameOf),
    shapes: operands.map((operand) => operand.shape),
    shape,
    options: options as never,
  });
}

/** An elementwise op: ONNX's own, or the nodes of its formula. */
function elementwise(
  graph: Graph,
  printer: FormulaPrinter,
  { op, operands, shape, options }: Step,
  nameOf: (source: Source) => string,
): string {
  const params = options as readonly number[];
  const native = Object.hasOwn(natives, op) ? natives[op] : undefined;
  // Attributes are float32.
  const isExact = graph.dtype === "float32" || params.every((param) => Math.fround(param) === param);
  if (native && isExact)
    return graph.node(native.opType, operands.map(nameOf), native.attributes?.(...params));
  const { args, params: usual, formula } = opOf(op);
  const pieces = new Map<string, Piece>();
  args.forEach((arg, i) => {
    const source = operands[i] as Source;
    const isNumber =
      source.kind === "uniform" && source.shape.length === 0 && typeof source.value === "number";
    pieces.set(arg, isNumber ? (source.value as number) : nameOf(source));
  });
  Object.keys(usual).forEach((name, i) => {
    pieces.set(name, params[i] as number);
  });
  const found = printer.print(formula, pieces);
  if (typeof found === "number") return graph.node("Expand", [graph.constant([found]), graph.sizes(shape)]);
  // A formula that turns out to be one of its arguments has that one's shape.
  const argument = operands.find((_, i) => pieces.get(args[i] as string) === found);
  if (argument === undefined || sameShape(argument.shape, shape)) return found;
  return graph.node("Expand", [found, graph.sizes(shape)]);
}
