import { namesOf } from "../graph/names.js";
import { describe } from "../graph/texts.js";
import type { Graph, Vertex } from "../graph/trace.js";
import { clean } from "../text/clean.js";
import { formatNumber } from "../text/number.js";
import type { Gradient } from "./scene.js";

/** The graph in one sentence: its accessible name. */
export function headline(graph: Graph): string {
  const names = namesOf(graph);
  const roots = graph.nodes.filter(({ id }) => graph.roots.includes(id));
  const count = graph.nodes.filter(({ isConstant }) => !isConstant).length;
  const results = roots.map((root) => `${describe(root, names)} = ${formatNumber(root.data)}`);
  return `Graph of ${count} value${count === 1 ? "" : "s"}: ${results.join("; ")}`;
}

/** One value in words, as its card is announced. */
export function cardWords(node: Vertex, names: ReadonlyMap<number, string>, gradient: Gradient): string {
  const value = `value ${formatNumber(node.data)}`;
  if (node.isConstant) return `${describe(node, names)}, constant, ${value}`;
  return `${describe(node, names)}, ${value}, gradient ${gradientWords(gradient)}`;
}

function gradientWords({ value, isComplete }: Gradient): string {
  if (value === undefined) return "not known yet";
  return isComplete ? formatNumber(value) : `${formatNumber(value)} so far`;
}

/** The graph in sentences, one a line. */
export function sentences(graph: Graph): string {
  const names = namesOf(graph);
  const constants = new Set(graph.nodes.filter(({ isConstant }) => isConstant).map(({ id }) => id));
  const lines = graph.nodes
    .filter(({ isConstant }) => !isConstant)
    .map((node) => {
      const slopes = node.inputs
        .filter(({ id }) => !constants.has(id))
        .map(({ id, slope }) => `${formatNumber(slope)} for ${clean(names.get(id) ?? "")}`);
      const local = slopes.length === 0 ? "" : `; local slope ${slopes.join(", ")}`;
      return `${cardWords(node, names, { value: node.grad, isComplete: true })}${local}.`;
    });
  return [`${headline(graph)}.`, ...lines].join("\n");
}
