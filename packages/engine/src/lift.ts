import type { OpName } from "@outgrad/ops";
import { operandError } from "./operand-error.js";
import { constant } from "./tape.js";
import { isTensor } from "./tensor/is-tensor.js";
import type { Tensor } from "./tensor/tensor.js";
import { type Scalar, Value } from "./value.js";

/** A Value as it is, a plain number as a constant: for what may start from either. `where` names the caller. */
export function lift(found: Scalar, where: string): Value {
  if (found instanceof Value) return found;
  if (typeof found === "number") return constant(found);
  throw operandError(where, found);
}

/** The ops, as methods whose result is known where they are called. */
type Methods = Record<OpName, (...rest: unknown[]) => never>;

/**
 * Whom a free function asks for its op: its first operand, which may be a plain number beside another operand. What is
 * none answers every op with the sentence for it.
 */
export function self(first: Scalar | Tensor, second?: Scalar | Tensor): Methods {
  if (first instanceof Value || isTensor(first)) {
    if (!isTensor(second) || isTensor(first)) return first as unknown as Methods;
  } else if (typeof first === "number") {
    return (isTensor(second) ? second.newFull([], first) : constant(first)) as unknown as Methods;
  }
  return new Proxy({} as Methods, {
    get: (_, op: string) => () => {
      // The other operand's method says what is wrong.
      if (isTensor(second)) return second[op as "add"](first as never);
      throw operandError(op, first);
    },
  });
}
