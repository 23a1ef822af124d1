import type { Rule } from "./rule.js";
import type { Strided } from "./strided.js";
import { Tensor } from "./tensor.js";

/** Other numbers for the same node: those that an op was computed from, when they have been set since. */
const asItWas: Rule = { name: "asItWas", vjp: (_node, g) => g };

/** Input i of a node with the numbers that it had when the node was computed. */
export function savedInput(node: Tensor, i: number): Tensor {
  const input = node.inputs[i] as Tensor;
  const then = node.saved[i] as Strided;
  if (input.strided === then && !input.isWritten()) return input;
  return input.needsGrad ? new Tensor(then, true, asItWas, [input], [then]) : new Tensor(then);
}
