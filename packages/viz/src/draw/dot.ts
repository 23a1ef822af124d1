import type { Graph, Vertex } from "../graph/graph.js";
import { clean, escapeDot } from "../text/clean.js";

/** The graph for Graphviz, in the look of micrograd's draw_dot: a record for each value, an ellipse for each op. */
export function dot(graph: Graph, direction: "LR" | "TB"): string {
  const rowOf = new Map(graph.nodes.map(({ id }, i) => [id, i + 1]));
  const lines = graph.nodes.flatMap((node, i) => vertex(node, i + 1, rowOf));
  return `digraph {\n  graph [rankdir=${direction}]\n${lines.map((line) => `  ${line}\n`).join("")}}\n`;
}

function vertex(node: Vertex, row: number, rowOf: ReadonlyMap<number, number>): string[] {
  const label = escapeDot(clean(node.label));
  const fields = [`{ ${label} `, ` data ${node.data.toFixed(4)} `, ` grad ${node.grad.toFixed(4)} }`];
  const record = `v${row} [label="${fields.join("|")}" shape=record]`;
  if (node.isLeaf) return [record];
  const edges = node.inputs.map(({ id }) => `v${rowOf.get(id)} -> op${row}`);
  return [record, `op${row} [label="${escapeDot(clean(node.opLabel))}"]`, `op${row} -> v${row}`, ...edges];
}
