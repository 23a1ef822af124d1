import type { Graph } from "../graph/graph.js";

/** Where NaN and infinities came from. */
export interface Trail {
  /** The ids of the values that are not finite. */
  readonly bad: ReadonlySet<number>;
  /** Of those, the ids of the first causes: all inputs are finite. */
  readonly causes: ReadonlySet<number>;
}

/** The values of a graph that are not finite, and where that began. */
export function trailOf({ nodes }: Graph): Trail {
  const bad = new Set(nodes.filter(({ data }) => !Number.isFinite(data)).map(({ id }) => id));
  if (bad.size === 0) return { bad, causes: bad };
  const causes = nodes.filter(({ id, inputs }) => bad.has(id) && !inputs.some((input) => bad.has(input.id)));
  return { bad, causes: new Set(causes.map(({ id }) => id)) };
}
