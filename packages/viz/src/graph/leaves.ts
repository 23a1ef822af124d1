import type { Graph } from "./graph.js";
import { placesOf } from "./places.js";

/** Leaves that are parameters or plain numbers and that only groups use. */
export function hiddenLeaves(
  { nodes }: Graph,
  keys: readonly (string | undefined)[],
  parameters: ReadonlySet<number>,
): Set<number> {
  const place = placesOf(nodes);
  const hidden = new Set<number>();
  for (const [v, { isConstant }] of nodes.entries()) {
    if (keys[v] === undefined && (isConstant || parameters.has(v))) hidden.add(v);
  }
  for (const [v, { inputs }] of nodes.entries()) {
    // What is used outside of groups keeps a vertex.
    if (keys[v] === undefined) for (const { id } of inputs) hidden.delete(place.get(id) as number);
  }
  return hidden;
}

/** The values computed from parameters alone, such as a penalty on large weights. */
export function parameterValues(
  { nodes }: Graph,
  parameters: ReadonlySet<number>,
  keys: readonly (string | undefined)[],
): number[] {
  const place = placesOf(nodes);
  const from = new Set(parameters);
  return nodes.flatMap(({ inputs, isLeaf }, v) => {
    if (isLeaf || keys[v] !== undefined) return [];
    const places = inputs.map(({ id }) => place.get(id) as number);
    if (!places.every((u) => from.has(u) || nodes[u]?.isConstant)) return [];
    if (!places.some((u) => from.has(u))) return [];
    from.add(v);
    return [v];
  });
}
