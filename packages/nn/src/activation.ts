import { Value, value } from "@outgrad/engine";
import { shown } from "./shown.js";

type OpName = Exclude<Value["op"], "">;

/** What a neuron does to its sum: any op of one argument, at its default parameters, or "linear", nothing. */
export type Activation = "linear" | { [K in OpName]: Value[K] extends () => Value ? K : never }[OpName];

/** Applies an activation. */
export function activate(sum: Value, activation: Activation): Value {
  return activation === "linear" ? sum : sum[activation]();
}

/** Throws unless `activation` is one; `where` names the caller. */
export function checkActivation(where: string, activation: string): asserts activation is Activation {
  if (activation !== "linear" && !isUnaryOp(activation)) {
    throw new TypeError(
      `${where}: activation is "linear" or an op of one argument, such as "relu" or "tanh"; got ${shown(activation)}.`,
    );
  }
}

/** Whether it names a method of Value that needs no argument and makes a Value that depends on this one. */
function isUnaryOp(name: string): boolean {
  if (!Object.hasOwn(Value.prototype, name) || name === "detach") return false;
  const probe = value(1);
  const method: unknown = probe[name as keyof Value];
  return typeof method === "function" && method.length === 0 && method.call(probe) instanceof Value;
}
