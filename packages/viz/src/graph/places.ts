import type { Vertex } from "./graph.js";

/** Where every vertex stands in a list, by its id. */
export function placesOf(nodes: readonly Vertex[]): ReadonlyMap<number, number> {
  return new Map(nodes.map(({ id }, i) => [id, i]));
}
