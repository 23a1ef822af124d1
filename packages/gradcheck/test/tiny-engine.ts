import { opOf } from "@outgrad/ops";

/** The smallest engine that a graph can be checked of, to be damaged by tests. */
export interface Node {
  op: string;
  inputs: Node[];
  params: number[];
  data: number;
  grad: number;
  label: string;
  hasGrad?: boolean;
}

export const leaf = (data: number, label = ""): Node => ({
  op: "",
  inputs: [],
  params: [],
  data,
  grad: 0,
  label,
});

/** The result of an op of the table. */
export function apply(name: string, inputs: Node[], label = ""): Node {
  const op = opOf(name);
  const params = Object.values(op.params);
  const data = op.value(...inputs.map((input) => input.data), ...params);
  return { op: name, inputs, params, data, grad: 0, label };
}

type Partial = (node: Node, index: number) => number;

/** The table's own local derivative. */
export const rightPartial: Partial = ({ op, inputs, params, data }, index) =>
  opOf(op).partials[index]?.(...inputs.map((input) => input.data), ...params, data) as number;

/** Backward from the last of the nodes, which are in the order of their creation, over those that it was made from. */
export function backward(nodes: readonly Node[], partial: Partial = rightPartial): void {
  const root = nodes.at(-1) as Node;
  const reached = new Set([root]);
  root.grad = 1;
  for (const node of nodes.toReversed()) {
    if (!reached.has(node)) continue;
    node.inputs.forEach((input, i) => {
      input.grad += node.grad * partial(node, i);
      reached.add(input);
    });
  }
}
