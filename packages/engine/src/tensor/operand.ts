import { describe } from "../describe.js";
import { type Shape, sameShape, show, sizeOf } from "./shape.js";
import type { Strided } from "./strided.js";

/** The sentence for an operand that is neither a Tensor nor a number. */
export function tensorOperandError(op: string, found: unknown): TypeError {
  return new TypeError(`Tensor.${op}: expected a Tensor or a number, got ${describe(found)}.${hint(found)}`);
}

/** Throws unless it is a list of as many numbers as the shape holds. */
export function checkNumbers(where: string, shape: Shape, found: ArrayLike<unknown>): void {
  const size = sizeOf(shape);
  if (typeof found === "string" || found?.length !== size) {
    const count = typeof found === "object" ? (found?.length ?? describe(found)) : describe(found);
    throw new RangeError(`${where}: ${show(shape)} holds ${size} numbers, got ${count}.`);
  }
  if (found instanceof Float64Array || found instanceof Float32Array) return;
  for (let i = 0; i < size; i++) {
    if (typeof found[i] !== "number") {
      throw new TypeError(`${where}: expected a number at [${i}], got ${describe(found[i])}.`);
    }
  }
}

/** Throws unless a Tensor's numbers can take the place of another's. */
export function checkSameKind(where: string, own: Strided, given: Strided): void {
  if (own.dtype === given.dtype && sameShape(own.shape, given.shape)) return;
  throw new RangeError(
    `${where}: expected a Tensor of shape ${show(own.shape)} and dtype ${own.dtype}, got one of ${show(given.shape)} and ` +
      `${given.dtype}.`,
  );
}

/** The sentence for a result whose numbers somebody has changed. */
export function writtenError(op: string, shape: Shape): Error {
  return new Error(
    `Tensor.data: the array of a result of ${op}, shape ${show(shape)}, was written to; write to a leaf's, or to that of ` +
      "detach().",
  );
}

function hint(found: unknown): string {
  if (found === undefined) return " Did a function forget to return?";
  if (Array.isArray(found) || ArrayBuffer.isView(found))
    return " Make a Tensor of it with tensor(...) first.";
  if (typeof found === "function") return " Did you forget to call it?";
  if ((found as object | null)?.constructor?.name === "Value") {
    return " Values and Tensors do not mix in one graph: use its data, or tensor(...).";
  }
  return "";
}
