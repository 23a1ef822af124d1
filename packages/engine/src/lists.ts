import { lift } from "./lift.js";
import { isTensor } from "./tensor/is-tensor.js";
import type { Dims } from "./tensor/shape.js";
import type { Tensor } from "./tensor/tensor.js";
import type { Scalar, Value } from "./value.js";

/**
 * The sum of a list, added from left to right; 0 for an empty list. A million terms are fine. Of a Tensor that over
 * dims, all if absent.
 *
 * @example
 * sum([value(1), 2, value(3)]).data // => 6
 */
export function sum(values: Tensor, dim?: Dims, keepdim?: boolean): Tensor;
export function sum(values: Iterable<Scalar>): Value;
export function sum(values: Iterable<Scalar> | Tensor, dim?: Dims, keepdim = false): Value | Tensor {
  if (isTensor(values)) return values.sum(dim, keepdim);
  const terms = list("sum", values);
  let total = lift(terms.length === 0 ? 0 : (terms[0] as Scalar), "sum");
  for (let i = 1; i < terms.length; i++) total = total.add(terms[i] as Scalar);
  return total;
}

/** The arithmetic mean of a list; throws for an empty one. Of a Tensor that over dims, all if absent. */
export function mean(values: Tensor, dim?: Dims, keepdim?: boolean): Tensor;
export function mean(values: Iterable<Scalar>): Value;
export function mean(values: Iterable<Scalar> | Tensor, dim?: Dims, keepdim = false): Value | Tensor {
  if (isTensor(values)) return values.mean(dim, keepdim);
  const terms = list("mean", values);
  if (terms.length === 0) throw new RangeError("mean: the list is empty; give at least one Value or number.");
  return sum(terms).div(terms.length);
}

/**
 * The dot product of two lists of the same length, w[0] * x[0] + w[1] * x[1] + ..., added from left to right;
 * 0 for empty lists.
 */
export function dot(w: Iterable<Scalar>, x: Iterable<Scalar>): Value {
  const [left, right] = [list("dot", w), list("dot", x)];
  if (left.length !== right.length) {
    throw new RangeError(
      `dot: the lists have ${left.length} and ${right.length} elements; they must be as long.`,
    );
  }
  let total: Value | undefined;
  for (let i = 0; i < left.length; i++) {
    const product = lift(left[i] as Scalar, "dot").mul(right[i] as Scalar);
    total = total ? total.add(product) : product;
  }
  return total ?? lift(0, "dot");
}

function list(where: string, values: Iterable<Scalar>): readonly Scalar[] {
  if (Array.isArray(values)) return values;
  if (typeof (values as Iterable<Scalar> | undefined)?.[Symbol.iterator] === "function") return [...values];
  throw new TypeError(`${where}: expected a list of Values and numbers, got ${String(values)}.`);
}
