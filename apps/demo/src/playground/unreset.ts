import type { Graph } from "@outgrad/viz";

/**
 * The gradients of the leaves, by id, after `passes` calls of backward() in an engine that keeps those of the nodes
 * between from call to call: only the root starts each pass anew, at 1.
 */
export function unresetGradients({ nodes, roots }: Graph, passes: number): ReadonlyMap<number, number> {
  const [root] = roots;
  const takes = new Set(nodes.flatMap(({ id, isConstant }) => (isConstant ? [] : [id])));
  const grads = new Map<number, number>();
  for (let pass = 0; pass < passes; pass++) {
    if (root !== undefined) grads.set(root, 1);
    for (const { id, inputs } of nodes.toReversed()) {
      const grad = grads.get(id);
      if (grad === undefined) continue;
      for (const { id: input, slope } of inputs) {
        if (takes.has(input)) grads.set(input, (grads.get(input) ?? 0) + grad * slope);
      }
    }
  }
  return new Map(
    nodes.flatMap(({ id, isLeaf }) => (isLeaf && takes.has(id) ? [[id, grads.get(id) ?? 0]] : [])),
  );
}
