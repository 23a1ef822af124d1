import { type OpName, opOf, toText } from "@outgrad/ops";
import { clean } from "../text/clean.js";
import { formatNumber } from "../text/number.js";
import type { Vertex } from "./graph.js";
import { statementOf } from "./statement.js";

/** What an op's formulas are about at one value: its arguments' and its own name, its parameters' numbers. */
export function nameIn(node: Vertex, names: ReadonlyMap<number, string>): (name: string) => string {
  const { args, params } = opOf(node.op as OpName);
  const parameters = Object.keys(params);
  return (name) => {
    const input = node.inputs[args.indexOf(name)];
    if (input !== undefined) return clean(names.get(input.id) ?? "");
    const parameter = node.params[parameters.indexOf(name)];
    return parameter !== undefined ? formatNumber(parameter) : clean(names.get(node.id) ?? "");
  };
}

/** A value in words: `e = a * b`; of a leaf only its name. */
export function describe(node: Vertex, names: ReadonlyMap<number, string>): string {
  const name = clean(names.get(node.id) ?? "");
  if (node.group && node.opLabel !== "") return `${name} = ${clean(node.opLabel)}`;
  if (node.isLeaf || node.group) return name;
  const made = toText(statementOf(node.op), nameIn(node, names));
  // A label such as "x1*w1" says it already.
  return name.replaceAll(" ", "") === made.replaceAll(" ", "") ? name : `${name} = ${made}`;
}
