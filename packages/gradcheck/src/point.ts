/** Where a function of several variables is looked at. Float32Array is refused: see `readPoint`. */
export type Point = readonly number[] | Float64Array;

/**
 * The point as an array of its own, so that nothing done to it reaches the caller's.
 *
 * @throws TypeError for float32 (it keeps 7 digits, a difference of nearly equal numbers needs 16), for anything
 * that is not a list, and for an item that is not a number; RangeError for an empty list.
 */
export function readPoint(caller: string, what: string, x: unknown): number[] {
  if (ArrayBuffer.isView(x) && !(x instanceof Float64Array)) {
    throw new TypeError(
      `${caller}: ${what} is a ${x.constructor.name}; differences need the 16 digits of float64. Pass an array or a Float64Array that was computed in float64.`,
    );
  }
  if (!Array.isArray(x) && !(x instanceof Float64Array)) {
    throw new TypeError(`${caller}: expected ${what} to be a list of numbers, got ${describe(x)}`);
  }
  if (x.length === 0) throw new RangeError(`${caller}: ${what} is empty, so there is nothing to check.`);
  // By index: a hole in the list is undefined, too.
  return Array.from({ length: x.length }, (_, i) => {
    const item: unknown = x[i];
    if (typeof item !== "number") {
      throw new TypeError(`${caller}: expected ${what}[${i}] to be a number, got ${describe(item)}`);
    }
    return item;
  });
}

/** What was found instead of a number or a list: the end of an error's sentence. */
export function describe(found: unknown): string {
  if (found === undefined) return "undefined. Did a function forget to return?";
  if (typeof found === "object" && found !== null) return `a ${found.constructor?.name ?? "plain object"}.`;
  if (typeof found === "number" || found === null) return `${found}.`;
  return `a ${typeof found}.`;
}
