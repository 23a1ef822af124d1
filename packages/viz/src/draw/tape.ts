import type { Graph, Vertex } from "../graph/graph.js";
import { namesOf } from "../graph/names.js";
import { clean } from "../text/clean.js";
import { columns } from "../text/columns.js";
import { formatNumber } from "../text/number.js";

/** The graph as the tape that was recorded: one value a row, inputs by their row. */
export function tapeTable(graph: Graph): string {
  const names = namesOf(graph);
  const rowOf = new Map(graph.nodes.map(({ id }, i) => [id, i + 1]));
  const rows = graph.nodes.map((node, i) => [
    String(i + 1),
    clean(names.get(node.id) ?? "", 24),
    made(node, rowOf),
    formatNumber(node.data),
    node.isConstant ? "" : formatNumber(node.grad),
  ]);
  return columns([["#", "name", "op", "data", "grad"], ...rows], new Set([0, 3, 4]));
}

function made(
  { isConstant, isLeaf, opLabel, inputs, params, group }: Vertex,
  rowOf: ReadonlyMap<number, number>,
) {
  if (group && isLeaf) return opLabel === "" ? "input" : opLabel;
  if (isConstant) return "constant";
  if (isLeaf) return "leaf";
  const operands = [...inputs.map(({ id }) => String(rowOf.get(id))), ...params.map((p) => formatNumber(p))];
  return `${clean(opLabel)} (${operands.join(", ")})`;
}
