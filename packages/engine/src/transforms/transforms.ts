import { gradients } from "../backward.js";
import type { Tensor } from "../tensor/tensor.js";
import { type Scalar, Value } from "../value.js";
import { between } from "./between.js";
import { pushForward } from "./forward.js";
import { forTensors } from "./of-tensors.js";
import { pullBack } from "./reverse.js";
import { handOut, single, type Trace, trace } from "./trace.js";
import { fillTree, type Like, scalarsOf } from "./tree.js";

/**
 * A function of Values or of Tensors: of one, or of arrays and plain objects of them. Further arguments are passed on as
 * they are.
 */
export type Fn<X, Y> = (x: X, ...rest: never[]) => Y;
type Rest = readonly unknown[];

/**
 * Given numbers it gives numbers; given Values, Values that can be differentiated again. Given Tensors it gives Tensors,
 * which can be differentiated again if one that was given requires a gradient.
 */
export interface Derivative<X, Y> {
  (x: Like<X, number>, ...rest: Rest): Like<Y, number>;
  (x: Like<X, Scalar>, ...rest: Rest): Like<Y, Value>;
}

/**
 * The value and the gradient of a scalar function with respect to its first argument, as [value, gradient]. The
 * gradient has the argument's shape. Changes no grad of any Value.
 *
 * @example
 * const [y, slope] = valueAndGrad((x: Value) => x.square())(3);
 * [y, slope] // => [9, 6]
 *
 * @throws TypeError if f does not return one Value; Error if the result does not depend on the argument.
 */
export function valueAndGrad<X>(f: Fn<X, Tensor>): (x: X, ...rest: Rest) => [value: Tensor, gradient: X];
export function valueAndGrad<X>(f: Fn<X, Value>): {
  (x: Like<X, number>, ...rest: Rest): [value: number, gradient: Like<X, number>];
  (x: Like<X, Scalar>, ...rest: Rest): [value: Value, gradient: Like<X, Value>];
};
export function valueAndGrad(f: Fn<never, Value | Tensor>): unknown {
  return (x: unknown, ...rest: Rest) => gradientOf("valueAndGrad", f, x, rest);
}

/**
 * The gradient of a scalar function with respect to its first argument, in the argument's shape. Nests to any order.
 *
 * @example
 * grad((x: Value) => x.pow(3))(2) // => 12
 * grad(grad((x: Value) => x.pow(3)))(2) // => 12
 */
export function grad<X>(f: Fn<X, Value | Tensor>): Derivative<X, X> {
  return ((x: unknown, ...rest: Rest) => gradientOf("grad", f, x, rest)[1]) as never;
}

function gradientOf(name: string, f: Fn<never, unknown>, x: unknown, rest: Rest): [unknown, unknown] {
  const tensors = forTensors(x);
  if (tensors) return tensors.valueAndGrad(name, f, x, rest);
  const call = trace(name, f, x, rest);
  const result = single(name, call);
  const gradient = gradientTo(name, call, result);
  return [handOut([result], call)[0], fillTree(x, handOut(gradient, call))];
}

function gradientTo(name: string, call: Trace, result: Value): Scalar[] {
  if (!call.differentiable) {
    const found = gradients(result, call.inputs, call.oldest);
    if (found.some((grad) => grad !== undefined)) return found.map((grad) => grad ?? 0);
  }
  return pullBack(between(name, call), call.inputs, [[result, 1]]);
}

/**
 * The derivative of f at x along the direction `tangent` (of x's shape), as [value, derivative] in the shape of
 * what f returns: one pass forward.
 */
export function jvp<X, Y>(
  f: Fn<X, Y>,
): {
  (
    x: Like<X, number>,
    tangent: Like<X, number>,
    ...rest: Rest
  ): [value: Like<Y, number>, tangent: Like<Y, number>];
  (
    x: Like<X, Scalar>,
    tangent: Like<X, Scalar>,
    ...rest: Rest
  ): [value: Like<Y, Value>, tangent: Like<Y, Value>];
} {
  return ((x: unknown, tangent: unknown, ...rest: Rest) => {
    const tensors = forTensors(x);
    if (tensors) return tensors.jvp(f, x, tangent, rest);
    const traced = trace("jvp", f, x, rest);
    const directions = matching("jvp, tangent", tangent, traced.inputs.length);
    const again = traced.differentiable || directions.some((direction) => direction instanceof Value);
    const call = { ...traced, differentiable: again };
    const pairs = call.inputs.map((input, i) => [input, directions[i] as Scalar] as const);
    const tangents = pushForward(between("jvp", call), call.outputs, pairs);
    return [valuesOf(call), fillTree(call.output, handOut(tangents, call))];
  }) as never;
}

/**
 * The value of f at x, and a function that takes a cotangent (of the shape of what f returns) to the gradient of
 * the sum of cotangent * output, in x's shape: one pass backward per call.
 */
export function vjp<X, Y>(
  f: Fn<X, Y>,
): {
  (x: Like<X, number>, ...rest: Rest): [Like<Y, number>, (cotangent: Like<Y, number>) => Like<X, number>];
  (x: Like<X, Scalar>, ...rest: Rest): [Like<Y, Value>, (cotangent: Like<Y, Scalar>) => Like<X, Value>];
} {
  return ((x: unknown, ...rest: Rest) => {
    const tensors = forTensors(x);
    if (tensors) return tensors.vjp(f, x, rest);
    const call = trace("vjp", f, x, rest);
    const links = between("vjp", call);
    const pullback = (cotangent: unknown): unknown => {
      const seeds = matching("vjp, cotangent", cotangent, call.outputs.length);
      const pairs = call.outputs.map((output, i) => [output, seeds[i] as Scalar] as const);
      return fillTree(x, handOut(pullBack(links, call.inputs, pairs), call));
    };
    return [valuesOf(call), pullback];
  }) as never;
}

/**
 * All partial derivatives of f: in the shape of what f returns, with the argument's shape in place of each scalar.
 * For a function of an array to an array that is the matrix with a row per output. Of a Tensor of shape [2] by one of
 * shape [3] it is a Tensor of shape [2, 3].
 */
export function jacobian<X extends Tensor, Y extends Tensor>(f: Fn<X, Y>): (x: X, ...rest: Rest) => Tensor;
export function jacobian<X, Y>(
  f: Fn<X, Y>,
): {
  (x: Like<X, number>, ...rest: Rest): Like<Y, Like<X, number>>;
  (x: Like<X, Scalar>, ...rest: Rest): Like<Y, Like<X, Value>>;
};
export function jacobian(f: Fn<never, unknown>): unknown {
  return (x: unknown, ...rest: Rest) => {
    const tensors = forTensors(x);
    if (tensors) return tensors.jacobian(f, x, rest);
    const call = trace("jacobian", f, x, rest);
    const links = between("jacobian", call);
    const rows = call.outputs.map((output) =>
      fillTree(x, handOut(pullBack(links, call.inputs, [[output, 1]]), call)),
    );
    return fillTree(call.output, rows);
  };
}

/**
 * The matrix of second derivatives of a scalar function: the Jacobian of its gradient.
 *
 * @example
 * hessian(([x, y]: Value[]) => x!.square().mul(y!))([3, 5]) // => [[10, 6], [6, 0]]
 */
export function hessian<X extends Tensor>(f: Fn<X, Tensor>): (x: X, ...rest: Rest) => Tensor;
export function hessian<X>(f: Fn<X, Value>): {
  (x: Like<X, number>, ...rest: Rest): Like<X, Like<X, number>>;
  (x: Like<X, Scalar>, ...rest: Rest): Like<X, Like<X, Value>>;
};
export function hessian(f: Fn<never, Value | Tensor>): unknown {
  return jacobian(grad(f as Fn<Scalar, Value>));
}

/** The Hessian of a scalar function times a vector of x's shape, without the matrix: forward over reverse. */
export function hvp<X>(f: Fn<X, Value | Tensor>): {
  (x: Like<X, number>, vector: Like<X, number>, ...rest: Rest): Like<X, number>;
  (x: Like<X, Scalar>, vector: Like<X, Scalar>, ...rest: Rest): Like<X, Value>;
} {
  const along = jvp(grad(f) as unknown as Fn<X, X>) as (...args: unknown[]) => [unknown, unknown];
  return ((...args: unknown[]) => along(...args)[1]) as never;
}

const valuesOf = (call: Trace): unknown => fillTree(call.output, handOut(call.outputs, call));

function matching(where: string, tree: unknown, count: number): Scalar[] {
  const scalars = scalarsOf(tree, where);
  if (scalars.length === count) return scalars;
  throw new RangeError(`${where}: expected ${count} numbers in the same shape, got ${scalars.length}.`);
}
