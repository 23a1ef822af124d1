import type { Graph, Vertex } from "@outgrad/viz";
import type { Circuit } from "../circuit.ts";
import { isNamedLeaf } from "../named-leaf.ts";

/**
 * A text that is equal for circuits that are the same function of the given leaves, so that what was computed for one
 * serves the other: the same expression or tape, with the same numbers at all other leaves.
 */
export function functionKey({ expression, graph, leaves }: Circuit, of: readonly string[]): string {
  const others = [...leaves].filter(([name]) => !of.includes(name)).map(([name, x]) => `${name}=${x}`);
  return [expression?.text ?? tapeKey(graph), ...of, ...others].join("\n");
}

const keys = new WeakMap<Circuit, string>();

/** A text that is equal for circuits that are the same function of all their leaves, whatever numbers these have. */
export function programKey(circuit: Circuit): string {
  const known = keys.get(circuit) ?? functionKey(circuit, [...circuit.leaves.keys()]);
  keys.set(circuit, known);
  return known;
}

const tapeKey = ({ nodes, roots }: Graph): string => `${nodes.map(nodeKey).join(";")} ${roots}`;

function nodeKey(node: Vertex): string {
  const { isLeaf, label, data, op, params, inputs } = node;
  if (isLeaf) return isNamedLeaf(node) ? JSON.stringify(label) : String(data);
  return `${op} ${inputs.map(({ id }) => id)} ${params}`;
}

/** What the result is called on an axis. */
export function resultName({ graph, expression }: Circuit): string {
  const name = expression?.program.at(-1)?.name ?? graph.nodes.find(({ id }) => id === graph.roots[0])?.label;
  return name === undefined || name === "" || name === "result" ? "f" : name;
}
