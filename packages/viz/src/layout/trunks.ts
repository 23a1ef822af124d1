/** A graph whose edges all lead to the next layer, except the very longest. */
export interface Trunks {
  /** The layer of every vertex: first those of the graph, then the bends that lead long edges past the layers. */
  readonly layers: readonly number[];
  /** What enters a vertex, in argument order, with repeats. */
  readonly inputs: readonly (readonly number[])[];
  /** What leaves a vertex, the first in the order of creation first. */
  readonly outputs: readonly (readonly number[])[];
  /** The bends that the edge from u to its consumer v runs through, in order. */
  route(u: number, v: number): readonly number[];
}

/** Longer edges are drawn without bends, so that a value used all along a chain does not cost its square. */
const longest = 100;

/**
 * Leads long edges through the layers between. All edges from one vertex share a trunk, from which each branches
 * off before its consumer: fewer lines to follow, and at most one bend a layer and vertex.
 */
export function trunksOf(inputs: readonly (readonly number[])[], layers: ArrayLike<number>): Trunks {
  const layerOf = Array.from(layers);
  const bends: number[][] = inputs.map(() => []);
  const into: number[][] = inputs.map(() => []);
  const out: number[][] = inputs.map(() => []);
  const connect = (u: number, v: number) => {
    (into[v] as number[]).push(u);
    (out[u] as number[]).push(v);
  };
  // Consumers come in the order of creation, so a bend is older than what it leads to later.
  for (const [v, from] of inputs.entries()) {
    for (const u of from) {
      const span = (layerOf[v] as number) - (layerOf[u] as number);
      if (span > longest) {
        connect(u, v);
        continue;
      }
      const trunk = bends[u] as number[];
      let last = u;
      for (let i = 0; i < span - 1; i++) {
        let bend = trunk[i];
        if (bend === undefined) {
          bend = layerOf.push((layerOf[u] as number) + i + 1) - 1;
          trunk.push(bend);
          into.push([]);
          out.push([]);
          connect(last, bend);
        }
        last = bend;
      }
      connect(last, v);
    }
  }
  const route = (u: number, v: number) => {
    const span = (layerOf[v] as number) - (layerOf[u] as number);
    return span > longest ? [] : (bends[u] as number[]).slice(0, span - 1);
  };
  return { layers: layerOf, inputs: into, outputs: out, route };
}
