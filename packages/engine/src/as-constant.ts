import { refusal } from "./mode.js";
import { operandError } from "./operand-error.js";
import { stop } from "./tape.js";
import { type Scalar, Value } from "./value.js";

/**
 * A scalar as a constant, through which no gradient flows: its plain number; while `compile` records, a Value that is
 * computed anew at each call. For numbers that steer a computation without being differentiated, such as the largest
 * logit that a softmax subtracts.
 *
 * @example
 * const x = value(3);
 * x.sub(asConstant(x)).backward();
 * x.grad // => 1
 */
export function asConstant(scalar: Scalar): Scalar {
  if (typeof scalar === "number") return scalar;
  if (!(scalar instanceof Value)) throw operandError("asConstant", scalar);
  return refusal ? stop(scalar) : scalar.data;
}
