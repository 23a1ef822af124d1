import { operandError } from "./operand-error.js";
import { constant } from "./tape.js";
import { type Scalar, Value } from "./value.js";

/** A Value as it is, a plain number as a constant: for what may start from either. `where` names the caller. */
export function lift(found: Scalar, where: string): Value {
  if (found instanceof Value) return found;
  if (typeof found === "number") return constant(found);
  throw operandError(where, found);
}
