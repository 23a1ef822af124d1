import { type OpName, opOf } from "@outgrad/ops";
import { isTensor } from "./tensor/is-tensor.js";
import type { Tensor } from "./tensor/tensor.js";
import type { Value } from "./value.js";

/** Where a NaN or an infinity was born. */
export interface NonFinite<Node extends Value | Tensor = Value | Tensor> {
  /** Whether it is a value of the forward pass or a gradient of the backward pass. */
  readonly kind: "data" | "grad";
  /** The node that holds it: the first one, in the order of the pass. */
  readonly node: Node;
  /** The op that made it: the node's own, or for a gradient the op of the result that handed it down. */
  readonly op: string;
  /** What that op was applied to. */
  readonly inputs: readonly Node[];
  /** NaN, Infinity or -Infinity: of a Tensor, its first such number. */
  readonly value: number;
  /** The whole story in one sentence. */
  readonly message: string;
}

type Find = (root: Tensor) => NonFinite<Tensor> | undefined;
let findInTensors: Find = () => undefined;

/** Told by the class of tensors how to look at their graphs. */
export function addTensorProvenance(find: Find): void {
  findInTensors = find;
}

/**
 * The first node of a graph where a NaN or an infinity was born, forward or, after `backward()`, backward;
 * undefined if all is finite. A leaf that holds one is where it was born.
 *
 * Of Tensors too: the message has shapes and the place. There infinities in constants, such as the -Infinity of a mask, are
 * taken as meant, and backward means the pass of `root.backward()`, which is run again.
 *
 * @example
 * const x = value(-1, "x");
 * findNonFinite(x.log().add(1))?.message // => "log(x = -1) is NaN, the first in the graph."
 */
export function findNonFinite(root: Value): NonFinite<Value> | undefined;
/** The same in a graph of Tensors. */
export function findNonFinite(root: Tensor): NonFinite<Tensor> | undefined;
export function findNonFinite(root: Value | Tensor): NonFinite | undefined {
  if (isTensor(root)) return findInTensors(root);
  const nodes = reachable(root);
  return inData(nodes) ?? inGrads(nodes, (node) => node.grad);
}

/** The first value, in creation order: everything before it is finite. */
export function inData(nodes: readonly Value[]): NonFinite<Value> | undefined {
  const node = nodes.find(({ data }) => !Number.isFinite(data));
  return node && bornForward(node);
}

/** The report of a node whose own op made a value that is not finite. */
export function bornForward(node: Value): NonFinite<Value> {
  const { op, inputs, data } = node;
  const what = op === "" ? named(node) : applied(node);
  const message = op === "" ? `The leaf ${what} is ${data}.` : `${what} is ${data}, the first in the graph.`;
  return { kind: "data", node, op, inputs, value: data, message };
}

/** The first gradient, in the order of the backward pass, and the result that handed it down. */
export function inGrads(
  nodes: readonly Value[],
  gradOf: (node: Value) => number,
): NonFinite<Value> | undefined {
  const wrong = nodes.findLast((node) => !Number.isFinite(gradOf(node)));
  if (wrong === undefined) return undefined;
  const value = gradOf(wrong);
  for (const node of [...nodes].reverse()) {
    const i = node.inputs.findIndex(({ id }) => id === wrong.id);
    if (i < 0) continue;
    const slope = localSlope(node, i);
    if (Number.isFinite(slope * gradOf(node))) continue;
    const { op, inputs } = node;
    const message =
      `The gradient of ${named(wrong)} is ${value}, the first in the backward pass: ${applied(node)} = ${node.data} ` +
      `passes on ${gradOf(node)} times its local slope ${slope}.`;
    return { kind: "grad", node: wrong, op, inputs, value, message };
  }
  const message = `The gradient of ${named(wrong)} is ${value}; it is the sum of finite ones, or was set by hand.`;
  return { kind: "grad", node: wrong, op: wrong.op, inputs: wrong.inputs, value, message };
}

/** All that root was computed from, and root, in creation order. */
export function reachable(root: Value): Value[] {
  const found = new Map([[root.id, root]]);
  for (const [, node] of found)
    for (const input of node.inputs) if (!found.has(input.id)) found.set(input.id, input);
  return [...found.values()].sort((a, b) => a.id - b.id);
}

function localSlope(node: Value, i: number): number {
  const partial = opOf(node.op as OpName).partials[i] as (...numbers: number[]) => number;
  return partial(...node.inputs.map(({ data }) => data), ...node.params, node.data);
}

const named = (node: Value): string => (node.label === "" ? node.op || String(node.data) : node.label);

function applied({ op, inputs, params, label }: Value): string {
  const parts = inputs.map((input) =>
    input.label === "" ? `${input.data}` : `${input.label} = ${input.data}`,
  );
  return `${label === "" ? "" : `${label} = `}${op}(${[...parts, ...params].join(", ")})`;
}
