import { numberError } from "../operand-error.js";
import type { Tensor } from "../tensor/tensor.js";
import { type Scalar, Value } from "../value.js";

/** The same nesting of arrays and plain objects as V, with S where V has a scalar. */
export type Like<V, S> = V extends Tensor
  ? V
  : V extends Scalar
    ? S
    : V extends readonly unknown[]
      ? { -readonly [K in keyof V]: Like<V[K], S> }
      : V extends object
        ? { -readonly [K in keyof V]: Like<V[K], S> }
        : never;

/** A scalar, or arrays and plain objects of such. */
export type Tree = Scalar | readonly Tree[] | { readonly [key: string]: Tree };

/** The scalars of a tree from left to right. Throws a sentence that names the place of anything else. */
export function scalarsOf(tree: unknown, where: string): Scalar[] {
  const found: Scalar[] = [];
  mapTree(tree, where, (scalar) => found.push(scalar));
  return found;
}

/** The tree with every scalar replaced, from left to right. */
export function mapTree(tree: unknown, where: string, replace: (scalar: Scalar) => unknown): unknown {
  if (tree instanceof Value || typeof tree === "number") return replace(tree);
  if (Array.isArray(tree)) return tree.map((part, i) => mapTree(part, `${where}[${i}]`, replace));
  if (ArrayBuffer.isView(tree) && !(tree instanceof DataView)) {
    return Array.from(tree as Float64Array, (part) => replace(part));
  }
  if (isRecord(tree)) {
    const entries = Object.entries(tree);
    return Object.fromEntries(entries.map(([key, part]) => [key, mapTree(part, `${where}.${key}`, replace)]));
  }
  throw numberError(where, tree);
}

/** The tree with its scalars replaced by a list of as many. */
export function fillTree(tree: unknown, scalars: readonly unknown[]): unknown {
  let next = 0;
  return mapTree(tree, "", () => scalars[next++]);
}

/** Whether it is a plain object. */
export function isRecord(tree: unknown): tree is Record<string, unknown> {
  return typeof tree === "object" && tree !== null && Object.getPrototypeOf(tree) === Object.prototype;
}
