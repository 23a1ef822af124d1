import type { Tensor, TensorLike } from "./tensor.js";

// For functions of Values and Tensors: they must not bring the class of tensors along to a page that has none.

/** Marks Tensors. */
export const isTensorKey: unique symbol = Symbol("Tensor");

let isTaken = (_name: string): boolean => false;

/** Told by the class of tensors which names an op of a user's own would hide. */
export function setTaken(found: (name: string) => boolean): void {
  isTaken = found;
}

/** Whether Tensors have something of that name that is no user's op. */
export const isNameOfTensors = (name: string): boolean => isTaken(name);

/** Whether it is a Tensor. Without the class of tensors, which a page of Values need not load. */
export const isTensor = (found: unknown): found is Tensor =>
  (found as { [isTensorKey]?: true } | null | undefined)?.[isTensorKey] === true;

/** The first of two operands as a Tensor: a plain number is a constant of the other one's dtype. */
export function liftTensor(a: TensorLike, b: TensorLike, where: string): Tensor {
  if (isTensor(a)) return a;
  if (typeof a === "number") return (b as Tensor).newFull([], a);
  // The other operand's method says what is wrong.
  return (b as Tensor)[where as "add"](a as never);
}

/** Refuses two plain numbers, which the functions of Values are for. */
export type OneTensor<A, B> = A extends number ? (B extends number ? never : unknown) : unknown;
