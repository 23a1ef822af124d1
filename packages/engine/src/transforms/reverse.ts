import type { Scalar, Value } from "../value.js";
import { type Link, plus, times } from "./between.js";

/**
 * The chain rule backward, over Values: for each input the sum over outputs of seed * d(output)/d(input).
 * The order of sums is backward()'s, youngest node first.
 */
export function pullBack(
  links: readonly Link[],
  inputs: readonly Value[],
  seeds: Iterable<readonly [output: Value, seed: Scalar]>,
): Scalar[] {
  const grads = new Map<number, Scalar>();
  for (const [output, seed] of seeds) grads.set(output.id, plus(grads.get(output.id), seed));
  for (let i = links.length - 1; i >= 0; i--) {
    const { node, operands } = links[i] as Link;
    const grad = grads.get(node.id);
    if (grad === undefined) continue;
    for (const { id, slope } of operands) grads.set(id, plus(grads.get(id), times(grad, slope())));
  }
  return inputs.map((input) => grads.get(input.id) ?? 0);
}
