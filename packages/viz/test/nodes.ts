import { type OpName, opOf } from "@outgrad/ops";
import type { GraphNode } from "@outgrad/viz";

/** A hand-made node: what a graph is read from, without an engine. */
export interface Made extends GraphNode {
  data: number;
  grad: number;
  label: string;
}

/** Makes nodes with ids of their own, from 1, so that pictures do not depend on what ran before. */
export function maker() {
  let ids = 0;
  const node = (data: number, label: string, op: string, inputs: Made[], params: number[], grad: number) => ({
    id: ++ids,
    data,
    grad,
    label,
    op,
    params,
    inputs,
  });
  return {
    leaf: (data: number, label = "", grad = 0): Made => node(data, label, "", [], [], grad),
    constant: (data: number): Made => Object.assign(node(data, "", "", [], [], 0), { isConstant: true }),
    apply: (op: OpName, inputs: Made[], label = "", grad = 0, params: number[] = []): Made =>
      node(opOf(op).value(...inputs.map(({ data }) => data), ...params), label, op, inputs, params, grad),
  };
}

/** The lecture's graph L = (a * b + c) * f, with the gradients that one backward gives. */
export function seedGraph(): Made {
  const { leaf, apply } = maker();
  const a = leaf(2, "a", 6);
  const b = leaf(-3, "b", -4);
  const c = leaf(10, "c", -2);
  const e = apply("mul", [a, b], "e", -2);
  const d = apply("add", [e, c], "d", -2);
  const f = leaf(-2, "f", 4);
  return apply("mul", [d, f], "L", 1);
}

/** x * x + x - 1 at 3: an input used twice by one op and once by another, and a constant. */
export function reuseGraph(): Made {
  const { leaf, constant, apply } = maker();
  const x = leaf(3, "x", 7);
  const square = apply("mul", [x, x], "", 1);
  const sum = apply("add", [square, x], "", 1);
  return apply("sub", [sum, constant(1)], "y", 1);
}

/** A chain of negations, as many values long. */
export function chain(length: number): Made {
  let node: Made = { id: 1, data: 1, grad: 1, label: "x", op: "", params: [], inputs: [] };
  for (let id = 2; id <= length; id++) {
    node = { id, data: -node.data, grad: 1, label: "", op: "neg", params: [], inputs: [node] };
  }
  return node;
}
