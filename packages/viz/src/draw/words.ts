import { namesOf } from "../graph/names.js";
import { describe } from "../graph/texts.js";
import type { Graph, Vertex } from "../graph/trace.js";
import { clean } from "../text/clean.js";
import { formatNumber } from "../text/number.js";

/** The graph in one sentence: its accessible name. */
export function headline(graph: Graph): string {
  const names = namesOf(graph);
  const roots = graph.nodes.filter(({ id }) => graph.roots.includes(id));
  const count = graph.nodes.filter(({ isConstant }) => !isConstant).length;
  const results = roots.map((root) => `${describe(root, names)} = ${formatNumber(root.data)}`);
  return `Graph of ${count} value${count === 1 ? "" : "s"}: ${results.join("; ")}`;
}

/** One value in words, as its card is announced. A gradient that is not known yet is undefined. */
export function cardWords(
  node: Vertex,
  names: ReadonlyMap<number, string>,
  gradient: string | undefined,
): string {
  const what = node.isConstant ? `${describe(node, names)}, constant` : describe(node, names);
  const grad = node.isConstant ? "" : `, gradient ${gradient ?? "not known yet"}`;
  return `${what}, value ${formatNumber(node.data)}${grad}`;
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
      return `${cardWords(node, names, formatNumber(node.grad))}${local}.`;
    });
  return [`${headline(graph)}.`, ...lines].join("\n");
}
