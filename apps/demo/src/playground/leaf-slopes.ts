import type { Graph } from "@outgrad/viz";

/** The gradients of named leaves after one backward pass from zero; leaves of one name count together. */
export function slopesOf({ nodes, roots }: Graph, leaves: ReadonlyMap<string, number>): Map<string, number> {
  const grads = new Map([[roots[0] as number, 1]]);
  const slopes = new Map([...leaves.keys()].map((name) => [name, 0]));
  for (const { id, inputs, isLeaf, isConstant, label } of nodes.toReversed()) {
    const upstream = grads.get(id);
    if (upstream === undefined || isConstant) continue;
    for (const { id: input, slope } of inputs) grads.set(input, (grads.get(input) ?? 0) + upstream * slope);
    if (isLeaf && slopes.has(label)) slopes.set(label, (slopes.get(label) as number) + upstream);
  }
  return slopes;
}
