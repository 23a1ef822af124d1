import type { Sizes } from "@outgrad/engine";
import { shown } from "../shown.js";

/** Sizes along each of `rank` dims. Throws unless they are integers, `least` or more. */
export function sizesOf(
  where: string,
  name: string,
  found: Sizes,
  rank: number,
  least: number,
): readonly number[] {
  const list = typeof found === "number" ? new Array<number>(rank).fill(found) : found;
  if (
    Array.isArray(list) &&
    list.length === rank &&
    list.every((size) => Number.isSafeInteger(size) && size >= least)
  ) {
    return [...list];
  }
  const many = rank === 1 ? "" : `, or ${rank} of them`;
  throw new RangeError(`${where}: ${name} is an integer >= ${least}${many}; got ${shown(found)}.`);
}

/** As the layer's name shows them: one number if all are the same. */
export const shownSizes = (sizes: Sizes | string): string => {
  if (typeof sizes !== "object") return String(sizes);
  return sizes.every((size) => size === sizes[0]) ? String(sizes[0]) : shown([...sizes]);
};
