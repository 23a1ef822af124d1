import { formatOf, type StoredTensor } from "../safetensors/dtype.js";
import { sizeOf } from "../safetensors/header.js";
import { refusal } from "./error.js";
import type { View } from "./storage.js";

type Format = NonNullable<ReturnType<typeof formatOf>>;

/** How many bytes the numbers of a view take in memory: half floats come back in twice their size. */
export function memoryOf({ dtype, shape }: View): number {
  const { width, widen } = formatOf(dtype) as Format;
  return sizeOf(shape) * (widen ? 2 * width : width);
}

/** Throws unless the storage has all numbers of a view; `what` names it. `bytes` are the storage's. */
export function checkView(
  what: string,
  { storage, dtype, offset, shape, strides }: View,
  bytes: Uint8Array,
): void {
  const { width } = formatOf(dtype) as Format;
  const stored = formatOf(storage.dtype)?.width ?? 1;
  if (storage.count * stored !== bytes.length) {
    throw refusal(
      `${what} is in a storage of ${storage.count * stored} bytes, but the file has ${bytes.length} for it`,
    );
  }
  if (Number.isNaN(sizeOf(shape))) throw refusal(`${what} has a shape that is too large for any file`);
  if (shape.includes(0)) return;
  let last = offset;
  for (const [dim, size] of shape.entries()) last += (size - 1) * (strides[dim] as number);
  // Above 2**53 a product is rounded, but still far beyond any storage.
  if (!((last + 1) * width <= bytes.length)) {
    throw refusal(
      `${what} goes beyond its storage: it needs ${(last + 1) * width} bytes, and ${bytes.length} are there`,
    );
  }
}

/** The numbers of a checked view in row-major order, in an array of their own. */
export function numbersOf(view: View, bytes: Uint8Array): StoredTensor {
  const { dtype, shape, strides, offset } = view;
  const { width, array: Numbers, widen } = formatOf(dtype) as Format;
  const part = isContiguous(shape, strides)
    ? bytes.subarray(offset * width, (offset + sizeOf(shape)) * width)
    : gathered(view, bytes, width);
  const data = widen ? widen(part) : new Numbers(new Uint8Array(part).buffer);
  return { dtype, shape: [...shape], data } as StoredTensor;
}

/** The bytes of numbers that do not lie in row-major order, in that order. */
function gathered({ offset, shape, strides }: View, bytes: Uint8Array, width: number): Uint8Array {
  const result = new Uint8Array(sizeOf(shape) * width);
  const index = shape.map(() => 0);
  let from = offset;
  for (let to = 0; to < result.length; to += width) {
    for (let i = 0; i < width; i++) result[to + i] = bytes[from * width + i] as number;
    // The next index, and what it changes in the place.
    for (let dim = shape.length - 1; dim >= 0; dim--) {
      from += strides[dim] as number;
      index[dim] = (index[dim] as number) + 1;
      if (index[dim] !== shape[dim]) break;
      from -= (strides[dim] as number) * (shape[dim] as number);
      index[dim] = 0;
    }
  }
  return result;
}

function isContiguous(shape: readonly number[], strides: readonly number[]): boolean {
  if (shape.includes(0)) return true;
  let expected = 1;
  for (let dim = shape.length - 1; dim >= 0; dim--) {
    if (shape[dim] !== 1 && strides[dim] !== expected) return false;
    expected *= shape[dim] as number;
  }
  return true;
}
