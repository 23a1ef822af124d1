import { isTensor, type Tensor } from "@outgrad/engine";
import { shown } from "./shown.js";

const buffers = new WeakSet<Tensor>();

/**
 * Marks a Tensor as a buffer: a Module that has it in a field keeps it in its state dict and does not train it, such
 * as the running statistics of batch norm. Gives it back. Throws a TypeError for what is no leaf.
 *
 * @example
 * class Centered extends Module<Tensor> {
 *   weight = tensor([1, 2], { requiresGrad: true });
 *   center = buffer(tensor([0, 0]));
 * }
 * Object.keys(new Centered().stateDict()) // => [ 'weight', 'center' ]
 * new Centered().parameters().length // => 1
 */
export function buffer<T extends Tensor>(tensor: T): T {
  if (!isTensor(tensor) || !tensor.isLeaf) {
    const found = isTensor(tensor) ? `the result of ${tensor.op}` : shown(tensor);
    throw new TypeError(`buffer: expected a leaf, such as tensor(...); got ${found}.`);
  }
  buffers.add(tensor);
  return tensor;
}

/** Whether it was marked. */
export const isBuffer = (found: object): boolean => buffers.has(found as Tensor);

const parameters = new WeakSet<Tensor>();

/** Marks a leaf that is to be trained. Gives it back. */
export function parameter<T extends Tensor>(tensor: T): T {
  parameters.add(tensor);
  return tensor;
}

/** Whether a leaf is to be trained, or was when it was asked before: what is frozen later stays a parameter. */
export function isParameter(leaf: Tensor): boolean {
  if (leaf.requiresGrad) parameters.add(leaf);
  return parameters.has(leaf);
}
