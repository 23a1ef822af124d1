import { shown } from "../shown.js";
import { formatOf, type StoredTensor } from "./dtype.js";
import { sizeOf } from "./header.js";

/** Whether it looks like a tensor as files hold them; `storedBytes` tells whether it is one. */
export function isStored(item: unknown): item is StoredTensor {
  const { dtype, shape, data } = (item ?? {}) as Partial<StoredTensor>;
  return formatOf(dtype) !== undefined && Array.isArray(shape) && ArrayBuffer.isView(data);
}

/** The numbers of a tensor as a file holds them, not copied. Throws unless it is one that can be written; `what` names it. */
export function storedBytes(what: string, tensor: StoredTensor): { width: number; bytes: Uint8Array } {
  const { dtype, shape, data } = tensor ?? {};
  const format = formatOf(dtype);
  if (!format || format.widen) {
    throw new TypeError(`${what} has the dtype ${shown(dtype)}; F64, F32, integers and BOOL can be written.`);
  }
  const { width, array: Numbers } = format;
  if (!(data instanceof Numbers)) {
    throw new TypeError(`${what} has data that is not the ${Numbers.name} that ${dtype} needs.`);
  }
  if (!Array.isArray(shape) || !shape.every((size) => Number.isSafeInteger(size) && size >= 0)) {
    throw new RangeError(`${what} has the shape ${shown(shape)}; a shape is a list of integers >= 0.`);
  }
  if (sizeOf(shape) !== data.length) {
    throw new RangeError(`${what} has the shape ${shown(shape)}, but ${data.length} numbers.`);
  }
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  if (dtype === "BOOL" && bytes.some((byte) => byte > 1)) {
    throw new RangeError(`${what} has the dtype BOOL, but numbers other than 0 and 1.`);
  }
  return { width, bytes };
}
