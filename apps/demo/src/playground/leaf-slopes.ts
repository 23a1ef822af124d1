import type { Graph } from "@outgrad/viz";
import { unresetGradients } from "./unreset.ts";

/** The gradients of named leaves after one backward pass from zero; leaves of one name count together. */
export function slopesOf(graph: Graph, leaves: ReadonlyMap<string, number>): Map<string, number> {
  // In a first pass there is nothing yet that could have been reset.
  const grads = unresetGradients(graph, 1);
  const slopes = new Map([...leaves.keys()].map((name) => [name, 0]));
  for (const { id, label } of graph.nodes.toReversed()) {
    const slope = slopes.get(label);
    if (slope !== undefined) slopes.set(label, slope + (grads.get(id) ?? 0));
  }
  return slopes;
}
