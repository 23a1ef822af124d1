import { charactersPerNumber, limits } from "../limits.js";
import type { Data } from "../outcome.js";
import { isValue } from "./modules.js";

/** A counter that ends what is too large. */
export interface Purse {
  left: number;
}

/** What a function gave, as plain data; a Value is its number. Throws, in words, for what is none. */
export function dataOf(thing: unknown, purse: Purse, depth = 0): Data {
  purse.left -= typeof thing === "string" ? 1 + thing.length / charactersPerNumber : 1;
  if (purse.left < 0) throw new Error(`The function gave more than ${limits.data} numbers.`);
  if (typeof thing === "string") return thing;
  if (typeof thing === "number" || typeof thing === "boolean" || thing === null) return thing;
  if (isValue(thing)) return thing.data;
  if (typeof thing !== "object")
    throw new Error(
      `The function gave ${thing === undefined ? "nothing" : `a ${typeof thing}`}; it has to return numbers, texts or lists of them.`,
    );
  if (depth === limits.depth)
    throw new Error(`The function gave lists within lists, more than ${limits.depth} deep.`);
  if (Array.isArray(thing) || ArrayBuffer.isView(thing)) {
    return Array.from(thing as ArrayLike<unknown>, (each) => dataOf(each, purse, depth + 1));
  }
  return Object.fromEntries(
    Object.entries(thing)
      .filter(([, each]) => each !== undefined && typeof each !== "function")
      .map(([name, each]) => [name, dataOf(each, purse, depth + 1)]),
  );
}
