import type { DType, Floats } from "./dtype.js";

// A typed array with a buffer of its own costs about a microsecond; a piece of a larger buffer, a tenth of that. So
// small results share pages. A page is freed when none of its pieces is in use: a small result that is kept keeps a
// page, at most 64 KB.

const pageBytes = 1 << 16;
/** Up to this many bytes V8 keeps the numbers in the array object itself, which is cheaper still. */
const tinyBytes = 64;
/** Larger results have buffers of their own. */
const smallBytes = 1 << 13;

type Allocate = (dtype: DType, size: number) => Floats;
/** What `supply` takes arrays from; only where `zeroed` does anyone count on zeros. */
type Supplier = (dtype: DType, size: number, zeroed: boolean) => Floats;

let page = new ArrayBuffer(0);
let used = 0;
let supplier: Supplier | null = null;

/** Room for a result, all of which somebody writes next: what is in it before may be anything. */
export function allocate(dtype: DType, size: number): Floats {
  return provide(dtype, size, false);
}

/** Zeros, for a result that is added to. */
export function allocateZeros(dtype: DType, size: number): Floats {
  return provide(dtype, size, true);
}

function provide(dtype: DType, size: number, zeroed: boolean): Floats {
  if (supplier !== null) return supplier(dtype, size, zeroed);
  const bytes = dtype === "float64" ? size * 8 : size * 4;
  if (bytes <= tinyBytes || bytes > smallBytes) return allocateAlone(dtype, size);
  if (used + bytes > page.byteLength) {
    page = new ArrayBuffer(pageBytes);
    used = 0;
  }
  const at = used;
  used += (bytes + 7) & ~7;
  return dtype === "float64" ? new Float64Array(page, at, size) : new Float32Array(page, at, size);
}

/** Zeros in a buffer of their own, for tensors that live long. */
export const allocateAlone: Allocate = (dtype, size) =>
  dtype === "float64" ? new Float64Array(size) : new Float32Array(size);

/** Runs `body` with the arrays for its results taken from a supplier. */
export function supply<Result>(from: Supplier, body: () => Result): Result {
  const before = supplier;
  supplier = from;
  try {
    return body();
  } finally {
    supplier = before;
  }
}
