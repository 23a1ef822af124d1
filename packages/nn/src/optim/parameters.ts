import { isTensor, type Tensor, Value } from "@outgrad/engine";
import { shown } from "../shown.js";

/** What can be trained: a leaf, of one number or of many. */
export type Parameter = Value | Tensor;

/** The parameters as a list. Throws unless they are different leaves, at least one; `name` says whose they are. */
export function parametersOf(name: string, parameters: Iterable<Parameter>): Parameter[] {
  if (typeof parameters?.[Symbol.iterator] !== "function") {
    throw new TypeError(
      `${name}: expected a list of parameters, such as net.parameters(); got ${shown(parameters)}.`,
    );
  }
  const list = [...parameters];
  if (list.length === 0) throw new RangeError(`${name}: the list of parameters is empty.`);
  const first = new Map<Parameter, number>();
  list.forEach((parameter, i) => {
    if (!(parameter instanceof Value) && !isTensor(parameter)) {
      throw new TypeError(`${name}: parameter ${i} is not a Value or Tensor but ${shown(parameter)}.`);
    }
    if (parameter.op !== "") {
      throw new TypeError(
        `${name}: parameter ${i} is the result of ${parameter.op}; only leaves can be trained.`,
      );
    }
    if (first.has(parameter)) {
      throw new RangeError(
        `${name}: parameters ${first.get(parameter)} and ${i} are the same; list it once, or it moves twice.`,
      );
    }
    first.set(parameter, i);
  });
  return list;
}

/** A parameter as an error message calls it. */
export const nameOf = (parameter: Parameter, i: number): string =>
  parameter.label ? `"${parameter.label}" (number ${i})` : `number ${i}`;
