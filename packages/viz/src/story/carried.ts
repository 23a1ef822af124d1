import type { Graph } from "../graph/graph.js";
import type { Flow } from "../steps/flow.js";

/**
 * What the backward passes before the last have left, by id: leaves add up all passes since zeroGrad(), what is
 * between belongs to the last one. Each pass is summed by itself and then added, as the engine does.
 */
export function carriedOver(
  { nodes, roots }: Graph,
  flows: readonly Flow[],
  passes: number,
): Map<number, number> {
  const carried = new Map<number, number>();
  if (passes < 2) return carried;
  const leaves = new Set(nodes.filter(({ isLeaf }) => isLeaf).map(({ id }) => id));
  const root = nodes.find(({ id }) => id === roots[0]);
  if (root?.isLeaf && !root.isConstant) carried.set(root.id, 1);
  for (const { parts } of flows) {
    for (const { input, after } of parts) if (leaves.has(input)) carried.set(input, after);
  }
  for (const [id, grad] of carried) {
    let sum = grad;
    for (let pass = 2; pass < passes; pass++) sum += grad;
    carried.set(id, sum);
  }
  return carried;
}

/** A pass that starts from what was carried over. */
export function carriedInto(flows: readonly Flow[], carried: ReadonlyMap<number, number>): readonly Flow[] {
  if (carried.size === 0) return flows;
  return flows.map((flow) => ({
    ...flow,
    parts: flow.parts.map((part) => {
      const from = carried.get(part.input);
      if (from === undefined) return part;
      return { ...part, before: from + part.before, after: from + part.after, accumulates: true };
    }),
  }));
}
