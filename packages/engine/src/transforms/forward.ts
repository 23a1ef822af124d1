import type { Scalar, Value } from "../value.js";
import { type Link, plus, times } from "./between.js";

/** The chain rule forward, over Values: for each output the sum over inputs of d(output)/d(input) * tangent. */
export function pushForward(
  links: readonly Link[],
  outputs: readonly Value[],
  tangents: Iterable<readonly [input: Value, tangent: Scalar]>,
): Scalar[] {
  const known = new Map<number, Scalar>();
  for (const [input, tangent] of tangents) known.set(input.id, tangent);
  for (const { node, operands } of links) {
    let sum: Scalar | undefined;
    for (const { id, slope } of operands) {
      const tangent = known.get(id);
      if (tangent !== undefined) sum = plus(sum, times(tangent, slope()));
    }
    if (sum !== undefined) known.set(node.id, sum);
  }
  return outputs.map((output) => known.get(output.id) ?? 0);
}
