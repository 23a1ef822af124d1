import { watch } from "./mode.js";
import { bornForward, inGrads, type NonFinite, reachable } from "./provenance.js";
import type { Value } from "./value.js";

/** Thrown by detectAnomaly at the op where a NaN or an infinity was born. */
export class AnomalyError extends Error {
  override readonly name = "AnomalyError";
  /** The node, the op and its inputs. */
  readonly found: NonFinite;

  constructor(found: NonFinite) {
    super(found.message);
    this.found = found;
  }
}

/**
 * Runs `body` and throws at the first op that makes a NaN or an infinity: in the forward pass where the op is
 * applied, so the stack trace leads to the line; in a backward pass before any leaf's gradient has changed. An
 * infinity that came in, such as the -Infinity of a mask, is no anomaly. Of Tensors too, one by one; what a compiled
 * function computes is not looked at. Slower: for hunting, not for training.
 *
 * @throws AnomalyError whose `found` holds the node, the op, its inputs.
 */
export function detectAnomaly<Result>(body: () => Result): Result {
  return watch(anomalies, body);
}

const anomalies = {
  result(result: Value): void {
    if (isBorn(result)) throw new AnomalyError(bornForward(result));
  },
  pass(root: Value, gradOf: (node: Value) => number): void {
    const found = inGrads(reachable(root), gradOf);
    if (found) throw new AnomalyError(found);
  },
};

function isBorn({ data, inputs }: Value): boolean {
  if (Number.isFinite(data)) return false;
  if (Number.isNaN(data)) return inputs.every((input) => !Number.isNaN(input.data));
  return inputs.every((input) => Number.isFinite(input.data));
}
