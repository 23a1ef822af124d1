import type { Graph, Vertex } from "../graph/trace.js";

/** What one argument of a value receives in a backward pass. */
export interface Part {
  readonly input: number;
  readonly index: number;
  readonly slope: number;
  readonly before: number;
  readonly added: number;
  readonly after: number;
  readonly accumulates: boolean;
}

/** A value passing its gradient on, in numbers. */
export interface Flow {
  readonly node: Vertex;
  readonly upstream: number;
  readonly parts: readonly Part[];
}

/** One backward pass from the graph's first root, from zero, in the engine's order of sums. */
export function flowsOf(graph: Graph): Flow[] {
  const grads = new Map<number, number>([[graph.roots[0] as number, 1]]);
  const constants = new Set(graph.nodes.filter(({ isConstant }) => isConstant).map(({ id }) => id));
  const flows: Flow[] = [];
  for (const node of graph.nodes.toReversed()) {
    const upstream = grads.get(node.id);
    // Of several roots only the first is differentiated; what the others alone need is never reached.
    if (upstream === undefined) continue;
    const parts: Part[] = [];
    for (const [index, { id: input, slope }] of node.inputs.entries()) {
      if (constants.has(input)) continue;
      const accumulates = grads.has(input);
      const before = grads.get(input) ?? 0;
      const added = upstream * slope;
      const after = before + added;
      grads.set(input, after);
      parts.push({ input, index, slope, before, added, after, accumulates });
    }
    if (parts.length > 0) flows.push({ node, upstream, parts });
  }
  return flows;
}
