import { Strided } from "@outgrad/engine/backend";
import { OnnxError } from "../error.js";

/** A number that depends on the sizes of the inputs: what it was in each of several recordings. */
export class Varying {
  readonly values: readonly number[];

  constructor(values: readonly number[]) {
    this.values = values;
  }
}

/** A number that is the same for all inputs, or is not. */
export type Size = number | Varying;

/** Options of an op, with every number in them as it was in all recordings. */
export type Merged<T> = T extends number
  ? Size
  : T extends Int32Array | Strided | string | boolean
    ? T
    : { readonly [K in keyof T]: Merged<T[K]> };

/** The same in all recordings, or Varying. */
export const sizeOf = (values: readonly number[]): Size =>
  values.every((value) => Object.is(value, values[0])) ? (values[0] as number) : new Varying(values);

/** A number computed from others, in each recording. */
export function combine(f: (...numbers: number[]) => number, ...sizes: readonly Size[]): Size {
  const varying = sizes.find((size) => size instanceof Varying);
  if (varying === undefined) return f(...(sizes as number[]));
  return sizeOf(varying.values.map((_, k) => f(...sizes.map((size) => at(size, k)))));
}

const at = (size: Size, recording: number): number =>
  size instanceof Varying ? (size.values[recording] as number) : size;

/** Whether two are the same in all recordings. */
export const sameSize = (a: Size, b: Size): boolean => combine((x, y) => Number(x === y), a, b) === 1;

/** Whether two shapes are the same in all recordings. */
export const sameShape = (a: readonly Size[], b: readonly Size[]): boolean =>
  a.length === b.length && a.every((size, dim) => sameSize(size, b[dim] as Size));

/** A number that must be the same for all inputs. */
export function fixed(what: string, size: Size): number {
  if (typeof size === "number") return size;
  throw new OnnxError(
    `exportOnnx: ${what} is ${size.values[0]} for one size of a dynamic axis and ${size.values[1]} for another, which ONNX ` +
      "cannot express there; leave that axis out of dynamicAxes.",
  );
}

/** Options as they were in all recordings, as one: lists and objects part by part. */
export function merge(what: string, found: readonly unknown[]): unknown {
  const [first] = found;
  if (typeof first === "number" && found.every((each) => typeof each === "number")) return sizeOf(found);
  if (typeof first !== "object" || first === null || first instanceof Strided) return first;
  const keys = Object.keys(first);
  if (found.some((each) => Object.keys(each as object).length !== keys.length)) throw differs(what);
  const parts = keys.map((key) =>
    merge(
      what,
      found.map((each) => (each as Record<string, unknown>)[key]),
    ),
  );
  if (ArrayBuffer.isView(first)) {
    if (parts.some((part) => part instanceof Varying)) throw differs(what);
    return first;
  }
  if (Array.isArray(first)) return parts;
  return Object.fromEntries(keys.map((key, i) => [key, parts[i]]));
}

/** The sentence for a model that does something else for other sizes. */
export const differs = (what: string): OnnxError =>
  new OnnxError(
    `exportOnnx: ${what} differs with the size of a dynamic axis, such as a loop over it or a list as long; ONNX's graph ` +
      "is one for all sizes, so leave that axis out of dynamicAxes.",
  );
