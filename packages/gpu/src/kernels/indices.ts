import type { Text, Writer } from "../kernel/writer.js";
import type { Index } from "./options.js";
import type { Source } from "./recipe.js";

const known = new WeakMap<Index, Float32Array>();

/** Where a kernel finds indices: in an array, or, if they lie on the device, in one more input after the others. */
export function indexSource(index: Index, inputs: number): Source {
  const data = knownIndices(index);
  if (data === undefined) return { input: inputs };
  if (index.vary) return { array: Float32Array.from(data) };
  const array = known.get(index) ?? Float32Array.from(data);
  known.set(index, array);
  return { array };
}

/** The indices, if the CPU knows them. */
export const knownIndices = ({ data, numbers }: Index): Int32Array | undefined =>
  numbers === undefined ? data : undefined;

/** Sets a result that is NaN otherwise, if an index is one of a dim of that size; `value` is given the index. */
export function readAt(w: Writer, index: Text, size: number, value: (index: Text) => Text): Text {
  const found = w.float("index", index);
  const result = w.float("found", w.number(Number.NaN));
  whenIndex(w, found, size, () => w.set(result, value(w.toInt(found))));
  return result;
}

/** Does something if a number is an index of a dim of that size. */
export function whenIndex(w: Writer, index: Text, size: number, then: () => void): void {
  const below = w.call("less", index, w.number(size), w.number(1), w.number(0));
  w.when(`${w.call("atMost", w.number(0), index, below, w.number(0))} > ${w.number(0)}`, then);
}
