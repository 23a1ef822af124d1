import type { Tensor } from "./tensor.js";

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

/** Refuses two plain numbers, which the functions of Values are for. */
export type OneTensor<A, B> = A extends number ? (B extends number ? never : unknown) : unknown;
