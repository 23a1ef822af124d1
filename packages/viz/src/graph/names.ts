import { formatNumber } from "../text/number.js";
import type { Graph, Vertex } from "./graph.js";

/**
 * What every value is called in sentences and formulas: its label; a constant's number; else `v` and its row in
 * the tape table of all values, or `#` and the row where a label looks like that.
 */
export function namesOf(graph: Graph): ReadonlyMap<number, string> {
  const prefix = graph.nodes.some(({ label }) => /^v\d+$/.test(label)) ? "#" : "v";
  const name = (node: Vertex, row: number) => {
    if (node.label !== "") return node.label;
    return node.isConstant ? formatNumber(node.data) : `${prefix}${node.row ?? row}`;
  };
  return new Map(graph.nodes.map((node, i) => [node.id, name(node, i + 1)]));
}
