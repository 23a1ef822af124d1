import type { Floats } from "./dtype.js";
import { type Shape, show } from "./shape.js";

/** The numbers in nested arrays of that shape. */
export function nest(data: Floats, shape: Shape): unknown {
  let at = 0;
  const level = (dim: number): unknown => {
    if (dim === shape.length) return data[at++];
    return Array.from({ length: shape[dim] as number }, () => level(dim + 1));
  };
  return level(0);
}

/** The numbers of nested arrays, flat, and their shape. Throws a sentence that names the place of what does not fit. */
export function flatten(where: string, nested: unknown): { numbers: number[]; shape: number[] } {
  const shape: number[] = [];
  for (let inner = nested; isList(inner); inner = inner[0]) {
    shape.push(inner.length);
    if (inner.length === 0) break;
  }
  const numbers: number[] = [];
  const path: number[] = [];
  const fail = (dim: number, expected: string, found: unknown): TypeError => {
    const place = path.slice(0, dim).map((i) => `[${i}]`);
    return wrong(where, place.join(""), expected, found);
  };
  const read = (found: unknown, dim: number): void => {
    if (dim === shape.length) {
      if (typeof found !== "number") throw fail(dim, "a number", found);
      numbers.push(found);
      return;
    }
    if (!isList(found) || found.length !== shape[dim]) {
      throw fail(dim, `a list of ${shape[dim]}, as the first ones of ${show(shape)} are`, found);
    }
    for (let i = 0; i < found.length; i++) {
      path[dim] = i;
      read(found[i], dim + 1);
    }
  };
  read(nested, 0);
  return { numbers, shape };
}

const isList = (found: unknown): found is ArrayLike<unknown> =>
  Array.isArray(found) || (ArrayBuffer.isView(found) && !(found instanceof DataView));

function wrong(where: string, place: string, expected: string, found: unknown): TypeError {
  const what = isList(found)
    ? `a list of ${found.length}`
    : typeof found === "string"
      ? JSON.stringify(found)
      : typeof found === "bigint"
        ? `${found}n`
        : typeof found === "object" && found !== null
          ? `an object (${found.constructor?.name ?? "no class"})`
          : String(found);
  return new TypeError(`${where}: expected ${expected}${place && ` at ${place}`}, got ${what}.`);
}

/** Above this many numbers only those at both ends of a dim are shown. */
const manyNumbers = 1000;
const ends = 3;

/** The numbers as text: `[[1, 2], [3, 4]]`. */
export function showNumbers(data: Floats, shape: Shape): string {
  const brief = data.length > manyNumbers;
  const level = (dim: number, at: number, size: number): string => {
    if (dim === shape.length) return Object.is(data[at], -0) ? "-0" : String(data[at]);
    const length = shape[dim] as number;
    const step = length === 0 ? 0 : size / length;
    const parts: string[] = [];
    for (let i = 0; i < length; i++) {
      if (brief && i === ends && length > 2 * ends) {
        parts.push("...");
        i = length - ends;
      }
      parts.push(level(dim + 1, at + i * step, step));
    }
    return `[${parts.join(", ")}]`;
  };
  return level(0, 0, data.length);
}
