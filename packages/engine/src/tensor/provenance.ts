import { AnomalyError, detectAnomaly } from "../anomaly.js";
import type { NonFinite } from "../provenance.js";
import { backend } from "./backend.js";
import { gradients } from "./backward.js";
import { bornIn, named, place } from "./born.js";
import type { Floats } from "./dtype.js";
import type { Strided } from "./strided.js";
import type { Tensor } from "./tensor.js";

/** The first tensor of a graph in which a NaN or an infinity was born, forward or, after `backward()`, backward. */
export function findInTensors(root: Tensor): NonFinite<Tensor> | undefined {
  const nodes = reachable(root);
  // A leaf may have other numbers by now than the ops saw.
  const seen = new Map<Tensor, Strided>([[root, root.strided]]);
  for (const { inputs, saved } of nodes) {
    for (const [i, input] of inputs.entries()) seen.set(input, saved[i] as Strided);
  }
  for (const node of nodes) {
    const { rule, op, inputs, saved, options } = node;
    const found =
      rule === null
        ? inLeaf(node, backend.numbers(seen.get(node) as Strided))
        : bornIn(node, op, inputs, saved, options);
    if (found) return found;
  }
  return inGradients(root, nodes);
}

function inLeaf(node: Tensor, numbers: Floats): NonFinite<Tensor> | undefined {
  // An infinity in a constant is a mask, or meant otherwise.
  const at = numbers.findIndex((x) => (node.needsGrad ? !Number.isFinite(x) : Number.isNaN(x)));
  if (at < 0) return undefined;
  const value = numbers[at] as number;
  const message = `The leaf ${named(node)} is ${value}${place(at, node.shape)}.`;
  return { kind: "data", node, op: "", inputs: [], value, message };
}

/** Results do not keep their gradients: if a leaf's is not finite, the pass is run again to see where that began. */
function inGradients(root: Tensor, nodes: readonly Tensor[]): NonFinite<Tensor> | undefined {
  const leaf = nodes.findLast(({ grad }) => grad?.numbersNow().some((g) => !Number.isFinite(g)));
  if (leaf === undefined) return undefined;
  try {
    if (root.needsGrad) detectAnomaly(() => gradients(root, [leaf], { cotangent: 1 }));
  } catch (error) {
    if (error instanceof AnomalyError) return error.found as NonFinite<Tensor>;
    throw error;
  }
  const numbers = (leaf.grad as Tensor).numbersNow();
  const at = numbers.findIndex((g) => !Number.isFinite(g));
  const value = numbers[at] as number;
  const message =
    `The gradient of ${named(leaf)} is ${value}${place(at, leaf.shape)}; it is a sum over backward passes, came with a ` +
    "cotangent, or was set by hand.";
  return { kind: "grad", node: leaf, op: leaf.op, inputs: leaf.inputs, value, message };
}

/** All that root was computed from, and root, in creation order. */
function reachable(root: Tensor): Tensor[] {
  const found = new Set([root]);
  for (const node of found) for (const input of node.inputs) found.add(input);
  return [...found].sort((a, b) => a.id - b.id);
}
