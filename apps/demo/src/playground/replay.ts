import { type Complex, evaluateComplex, opOf } from "@outgrad/ops";
import type { Graph, Vertex } from "@outgrad/viz";

/**
 * What a recorded graph computes from other numbers of its leaves, by label; a leaf that is not named keeps its
 * number. Every branch that the program took stays taken.
 */
export function replay(graph: Graph): (leaves: ReadonlyMap<string, number>) => number {
  const { nodes, places, root } = readTape(graph);
  const rules = nodes.map(({ isLeaf, op }) => (isLeaf ? undefined : opOf(op).value));
  return (leaves) => {
    const values: number[] = [];
    for (const [i, node] of nodes.entries()) {
      const given = node.isConstant ? undefined : leaves.get(node.label);
      const inputs = (places[i] as readonly number[]).map((place) => values[place] as number);
      values.push(rules[i]?.(...inputs, ...node.params) ?? given ?? node.data);
    }
    return values[root] as number;
  };
}

/**
 * The same on complex numbers: the analytic continuation of the recorded graph, for the complex step.
 *
 * @throws Error where an op has no complex version.
 */
export function replayComplex(graph: Graph): (leaves: ReadonlyMap<string, Complex>) => Complex {
  const { nodes, places, root } = readTape(graph);
  return (leaves) => {
    const values: Complex[] = [];
    for (const [i, node] of nodes.entries()) values.push(compute(node, places[i] as readonly number[]));
    return values[root] as Complex;

    function compute(node: Vertex, inputs: readonly number[]): Complex {
      if (node.isLeaf) return (node.isConstant ? undefined : leaves.get(node.label)) ?? [node.data, 0];
      const { args, params, formula } = opOf(node.op);
      const arguments_ = args.map((name, k) => [name, values[inputs[k] as number] as Complex] as const);
      const numbers = Object.keys(params).map((name, k) => [name, [node.params[k] as number, 0]] as const);
      return evaluateComplex(formula, Object.fromEntries<Complex>([...arguments_, ...numbers]));
    }
  };
}

/** The nodes in the order of computation, the places of their inputs among them, and the place of the result. */
function readTape({ nodes, roots }: Graph) {
  const placeOf = new Map(nodes.map(({ id }, place) => [id, place]));
  const places = nodes.map(({ inputs }) => inputs.map(({ id }) => placeOf.get(id) as number));
  return { nodes, places, root: placeOf.get(roots[0] as number) as number };
}
