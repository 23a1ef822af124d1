import type { Value } from "@outgrad/engine";
import { trace } from "@outgrad/viz";

/**
 * The backward of an engine that says "grad = ..." where "grad += ..." is right: of a value that is used several times,
 * only the use that comes last on the way back counts.
 */
export function overwritingBackward(loss: Value, parameters: readonly Value[]): void {
  const { nodes } = trace(loss);
  const grads = new Map([[loss.id, 1]]);
  for (const { id, inputs } of nodes.toReversed()) {
    const grad = grads.get(id) ?? 0;
    for (const input of inputs) grads.set(input.id, grad * input.slope);
  }
  for (const parameter of parameters) parameter.grad = grads.get(parameter.id) ?? 0;
}
