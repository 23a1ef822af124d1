import type { Graph, Vertex } from "../../graph/graph.js";

/**
 * Whether two graphs differ in numbers only, so that a drawing of one becomes one of the other by writing numbers:
 * the same ops on the same inputs, with the same names, parameters and constants.
 */
export function hasSameShape(a: Graph, b: Graph): boolean {
  if (a === b) return true;
  if (a.nodes.length !== b.nodes.length || a.roots.length !== b.roots.length) return false;
  const places = new Map<number, number>();
  for (const [i, { id }] of a.nodes.entries()) places.set(id, i);
  const placesOfB = new Map<number, number>();
  for (const [i, { id }] of b.nodes.entries()) placesOfB.set(id, i);
  if (a.roots.some((id, i) => places.get(id) !== placesOfB.get(b.roots[i] as number))) return false;
  return a.nodes.every((node, i) => {
    const other = b.nodes[i] as typeof node;
    return (
      node.op === other.op &&
      node.opLabel === other.opLabel &&
      node.label === other.label &&
      node.isConstant === other.isConstant &&
      (isOnCard(node) || Object.is(node.data, other.data)) &&
      node.group?.outputs.length === other.group?.outputs.length &&
      node.group?.members.length === other.group?.members.length &&
      node.params.length === other.params.length &&
      node.params.every((param, k) => Object.is(param, other.params[k])) &&
      node.inputs.length === other.inputs.length &&
      node.inputs.every(({ id }, k) => places.get(id) === placesOfB.get(other.inputs[k]?.id as number))
    );
  });
}

/** A plain number is written into the badge of what uses it, which would need another card; all others change. */
function isOnCard({ isConstant, group, label }: Vertex): boolean {
  return !isConstant || group !== undefined || label !== "";
}
