import { type Floats, isTensor, type Tensor } from "@outgrad/engine";
import { numbersOf } from "../elsewhere.js";
import { shown } from "../shown.js";
import type { Block } from "./blocks.js";
import { leafLike } from "./evaluate-rule.js";

/** What an optimiser remembers of one Tensor, or of Values that are neighbours among its parameters. */
export interface Memory {
  /** How many steps each parameter has made; 0 before its first gradient. */
  readonly steps: ArrayLike<number>;
  /** What each rule needs from the steps before, by name: as many numbers as the parameters have. */
  readonly arrays: Readonly<Record<string, ArrayLike<number>>>;
}

/** Numbers that are kept here, or by another backend in a leaf. */
export type Kept = Floats | Tensor;

/** The same, kept up to date. */
export interface LiveMemory {
  readonly steps: Float64Array;
  readonly arrays: Record<string, Kept>;
}

/** A new array for a block: one number for each of its parameters' numbers, in the same precision. */
export function arrayFor({ dtype, count, size }: Block, from?: ArrayLike<number>): Floats {
  const array = dtype === "float64" ? new Float64Array(count * size) : new Float32Array(count * size);
  if (from) array.set(from);
  return array;
}

/** The memory of parameters that have made no step. */
export const emptyMemory = ({ count }: Block): LiveMemory => ({
  steps: new Float64Array(count),
  arrays: {},
});

/** A copy of a memory as plain data. Throws if something of it is elsewhere and has not been read. */
export function copyOfMemory(where: string, { steps, arrays }: LiveMemory): Memory {
  const copies = Object.entries(arrays).map(([name, kept]) => [
    name,
    isTensor(kept) ? numbersOf(where, `the array ${name}`, kept) : kept.slice(),
  ]);
  return { steps: steps.slice(), arrays: Object.fromEntries(copies) };
}

/** Goes on in arrays with what was kept elsewhere, which must have been read. */
export function bringHere(where: string, { arrays }: LiveMemory): void {
  for (const [name, kept] of Object.entries(arrays)) {
    if (isTensor(kept)) arrays[name] = numbersOf(where, `the array ${name}`, kept);
  }
}

/** Goes on in leaves like that one, where it is not already so. */
export function sendAway({ arrays }: LiveMemory, like: Tensor): void {
  for (const [name, kept] of Object.entries(arrays)) {
    if (!isTensor(kept)) arrays[name] = leafLike(like, kept);
  }
}

/** A copy of a memory. Throws unless it is one of a block like this, with arrays of these names, among them all that are needed. */
export function loadedMemory(
  where: string,
  memory: Memory,
  block: Block,
  fields: readonly string[],
  needed: readonly string[],
): LiveMemory {
  const { steps, arrays } = memory ?? {};
  checkNumbers(`${where}: steps`, steps, block.count);
  if (!Array.prototype.every.call(steps, (n: number) => Number.isSafeInteger(n) && n >= 0)) {
    throw new RangeError(`${where}: steps must be integers >= 0.`);
  }
  if (typeof arrays !== "object" || arrays === null) {
    throw new TypeError(`${where}: arrays is an object with the arrays by name; got ${shown(arrays)}.`);
  }
  const loaded: LiveMemory = { steps: Float64Array.from(steps), arrays: {} };
  for (const [name, numbers] of Object.entries(arrays)) {
    if (!fields.includes(name))
      throw new TypeError(`${where}: there is no array ${shown(name)} in this optimiser.`);
    checkNumbers(`${where}: the array ${name}`, numbers, block.count * block.size);
    loaded.arrays[name] = arrayFor(block, numbers);
  }
  const missing = needed.find((field) => !loaded.arrays[field]);
  if (missing && loaded.steps.some((n) => n > 0))
    throw new TypeError(`${where}: the array ${missing} is missing.`);
  return loaded;
}

/** Throws unless it is a list or typed array of that many numbers; `what` names it. */
export function checkNumbers(what: string, list: unknown, length: number): asserts list is ArrayLike<number> {
  const isList = Array.isArray(list) || list instanceof Float64Array || list instanceof Float32Array;
  if (!isList || list.length !== length || !Array.prototype.every.call(list, (x) => typeof x === "number")) {
    throw new TypeError(`${what} must be a list or typed array of ${length} numbers.`);
  }
}
