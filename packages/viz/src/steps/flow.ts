import type { Graph, Vertex } from "../graph/graph.js";

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

/** In which order values pass their gradients on. */
export type Order = "topological" | "recursive";

/** One backward pass from the graph's first root, from zero, in the engine's order of sums. */
export function flowsOf(graph: Graph): Flow[] {
  const pass = new Pass(graph);
  return graph.nodes.toReversed().flatMap((node) => pass.flow(node));
}

/**
 * One backward pass as a method that calls itself would do it: a value passes on what it holds, then each of its
 * inputs does the same, with all that it is made of, before the next input. A value that is reached on several
 * paths passes something on each time.
 *
 * @throws Error where there are more than `limit` paths.
 */
export function recursiveFlowsOf(graph: Graph, limit: number): Flow[] {
  const pass = new Pass(graph);
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const flows: Flow[] = [];
  const waiting = [graph.roots[0] as number];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const node = nodes.get(id) as Vertex;
    flows.push(...pass.flow(node));
    if (flows.length > limit) {
      throw new Error(
        `story: the naive recursion takes every path through the graph, here more than ${limit} steps. ` +
          `Take a smaller example, or the order "topological", with one step for each value.`,
      );
    }
    waiting.push(...new Set(node.inputs.map((input) => input.id).toReversed()));
  }
  return flows;
}

/** The gradients of a pass while it goes on. */
class Pass {
  private readonly grads: Map<number, number>;
  private readonly constants: ReadonlySet<number>;

  constructor({ nodes, roots }: Graph) {
    this.grads = new Map([[roots[0] as number, 1]]);
    this.constants = new Set(nodes.filter(({ isConstant }) => isConstant).map(({ id }) => id));
  }

  /** A value passes on what it holds: nothing if it has no gradient, or no input that takes one. */
  flow(node: Vertex): Flow[] {
    const upstream = this.grads.get(node.id);
    // Of several roots only the first is differentiated; what the others alone need is never reached.
    if (upstream === undefined) return [];
    const parts: Part[] = [];
    for (const [index, { id: input, slope }] of node.inputs.entries()) {
      if (this.constants.has(input)) continue;
      const accumulates = this.grads.has(input);
      const before = this.grads.get(input) ?? 0;
      const added = upstream * slope;
      const after = before + added;
      this.grads.set(input, after);
      parts.push({ input, index, slope, before, added, after, accumulates });
    }
    return parts.length > 0 ? [{ node, upstream, parts }] : [];
  }
}
