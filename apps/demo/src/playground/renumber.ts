import type { Graph } from "@outgrad/viz";

/** A graph whose ids outlive a recomputation, and what they were. */
export interface Renumbered {
  /** Its ids are 0, 1, 2, ... in the order of computation. */
  readonly graph: Graph;
  /** The new ids by the old ones. */
  readonly ids: ReadonlyMap<number, number>;
}

/** Numbers a graph's nodes by their places, so that a node keeps its id when the same is computed from other numbers. */
export function renumber({ nodes, roots }: Graph): Renumbered {
  const ids = new Map(nodes.map(({ id }, place) => [id, place]));
  const idOf = (id: number) => ids.get(id) as number;
  const graph = {
    nodes: nodes.map((node, id) => ({
      ...node,
      id,
      inputs: node.inputs.map((edge) => ({ ...edge, id: idOf(edge.id) })),
    })),
    roots: roots.map(idOf),
  };
  return { graph, ids };
}
