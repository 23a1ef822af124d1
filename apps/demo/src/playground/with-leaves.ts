import { opOf } from "@outgrad/ops";
import type { Graph, Vertex } from "@outgrad/viz";

/**
 * A recorded graph computed again with other numbers in its named leaves: values and local slopes by the op table, the
 * branches as the program took them. Gradients stay those of the record: a story tells them anew.
 */
export function withLeaves(graph: Graph, leaves: ReadonlyMap<string, number>): Graph {
  const isOther = ({ isLeaf, isConstant, label, data }: Vertex) =>
    isLeaf && !isConstant && !Object.is(leaves.get(label) ?? data, data);
  if (!graph.nodes.some(isOther)) return graph;
  const constants = new Set(graph.nodes.flatMap(({ id, isConstant }) => (isConstant ? [id] : [])));
  const values = new Map<number, number>();
  const nodes = graph.nodes.map((node) => {
    const next = isOther(node)
      ? { ...node, data: leaves.get(node.label) as number }
      : recomputed(node, values, constants);
    values.set(node.id, next.data);
    return next;
  });
  return { ...graph, nodes };
}

function recomputed(
  node: Vertex,
  values: ReadonlyMap<number, number>,
  constants: ReadonlySet<number>,
): Vertex {
  if (node.isLeaf) return node;
  const { value, partials } = opOf(node.op);
  const numbers = [...node.inputs.map(({ id }) => values.get(id) as number), ...node.params];
  const data = value(...numbers);
  const inputs = node.inputs.map((edge, i) =>
    constants.has(edge.id) ? edge : { ...edge, slope: partials[i]?.(...numbers, data) ?? 0 },
  );
  return { ...node, data, inputs };
}
