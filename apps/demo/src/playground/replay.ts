import { opOf } from "@outgrad/ops";
import type { Graph, Vertex } from "@outgrad/viz";

/**
 * What a recorded graph computes from other numbers of its leaves, by label; a leaf that is not named keeps its
 * number. Every branch that the program took stays taken.
 */
export function replay(graph: Graph): (leaves: ReadonlyMap<string, number>) => number {
  const { nodes, places, root } = readTape(graph);
  const rules = nodes.map((node, i) => ruleOf(node, places[i] as readonly number[]));
  const labels = nodes.map(({ isLeaf, isConstant, label }) => (isLeaf && !isConstant ? label : undefined));
  return (leaves) => {
    const values = new Float64Array(nodes.length);
    for (let i = 0; i < values.length; i++) {
      const label = labels[i];
      values[i] = (label === undefined ? undefined : leaves.get(label)) ?? (rules[i] as Rule)(values);
    }
    return values[root] as number;
  };
}

/** The value of one node of the tape, from those before it. */
type Rule = (values: Float64Array) => number;

function ruleOf({ isLeaf, op, data, params }: Vertex, inputs: readonly number[]): Rule {
  if (isLeaf) return () => data;
  const { value } = opOf(op);
  const [a = 0, b] = inputs;
  if (params.length > 0)
    return (values) => value(...inputs.map((place) => values[place] as number), ...params);
  if (b === undefined) return (values) => value(values[a] as number);
  return (values) => value(values[a] as number, values[b] as number);
}

/** The nodes in the order of computation, the places of their inputs among them, and the place of the result. */
function readTape({ nodes, roots }: Graph) {
  const placeOf = new Map(nodes.map(({ id }, place) => [id, place]));
  const places = nodes.map(({ inputs }) => inputs.map(({ id }) => placeOf.get(id) as number));
  return { nodes, places, root: placeOf.get(roots[0] as number) as number };
}
