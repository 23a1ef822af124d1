import { isTensor, type Tensor } from "@outgrad/engine";
import { shown } from "../shown.js";

/** A shape that is expected: a number for a size, a letter for any size, "..." at one end for any dims. */
export type Pattern = readonly (number | string)[];

/** Throws a sentence unless `found` is a Tensor with one of the shapes; `name` says what it is. */
export function expectShape(where: string, name: string, found: unknown, ...patterns: Pattern[]): void {
  const wanted = () => patterns.map((pattern) => `[${pattern.join(", ")}]`).join(" or ");
  if (!isTensor(found)) {
    const got = Array.isArray(found) ? `an array of ${found.length}` : shown(found);
    throw new TypeError(`${where}: expected a Tensor of shape ${wanted()} as ${name}, got ${got}.`);
  }
  if (patterns.some((pattern) => matches((found as Tensor).shape, pattern))) return;
  throw new RangeError(`${where}: expected ${name} of shape ${wanted()}, got ${shown([...found.shape])}.`);
}

function matches(shape: readonly number[], pattern: Pattern): boolean {
  const sizes = pattern.filter((size) => size !== "...");
  if (sizes.length < pattern.length ? shape.length < sizes.length : shape.length !== sizes.length)
    return false;
  const before = pattern[0] === "..." ? shape.length - sizes.length : 0;
  return sizes.every((size, i) => typeof size === "string" || size === shape[before + i]);
}
