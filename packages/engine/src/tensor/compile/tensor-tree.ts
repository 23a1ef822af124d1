import { describe } from "../../describe.js";
import { isRecord } from "../../transforms/tree.js";
import { sameShape } from "../shape.js";
import { Tensor } from "../tensor.js";

/** A tree of lists and plain objects with every Tensor replaced. Throws a sentence for anything else in it. */
export function mapTensors(tree: unknown, where: string, replace: (found: Tensor) => unknown): unknown {
  if (tree instanceof Tensor) return replace(tree);
  if (Array.isArray(tree)) return tree.map((part, i) => mapTensors(part, `${where}[${i}]`, replace));
  if (isRecord(tree)) {
    const entries = Object.entries(tree);
    return Object.fromEntries(
      entries.map(([key, part]) => [key, mapTensors(part, `${where}.${key}`, replace)]),
    );
  }
  throw new TypeError(
    `${where}: expected a Tensor, or lists and plain objects of Tensors, got ${describe(tree)}.`,
  );
}

/** The Tensors of a tree from left to right. */
export function tensorsOf(tree: unknown): Tensor[] {
  const found: Tensor[] = [];
  mapTensors(tree, "compile", (tensor) => found.push(tensor));
  return found;
}

/** Whether there is a Tensor in a tree. */
export function hasTensor(tree: unknown): boolean {
  if (tree instanceof Tensor) return true;
  if (Array.isArray(tree)) return tree.some(hasTensor);
  return isRecord(tree) && Object.values(tree).some(hasTensor);
}

/** Whether two trees have Tensors of the same shapes and dtypes at the same places; adds those of the first to `found`. */
export function fits(tree: unknown, like: unknown, found: Tensor[]): boolean {
  if (tree instanceof Tensor) {
    found.push(tree);
    return like instanceof Tensor && tree.dtype === like.dtype && sameShape(tree.shape, like.shape);
  }
  if (Array.isArray(tree)) {
    if (!Array.isArray(like) || tree.length !== like.length) return false;
    return tree.every((part, i) => fits(part, like[i], found));
  }
  if (!isRecord(tree) || !isRecord(like)) return false;
  const keys = Object.keys(tree);
  if (keys.length !== Object.keys(like).length) return false;
  return keys.every((key) => Object.hasOwn(like, key) && fits(tree[key], like[key], found));
}
