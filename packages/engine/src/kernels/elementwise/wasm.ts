import type { DType, Floats } from "../../tensor/dtype.js";
import { sharedHeap } from "../heap.js";
import type { Cursor, LoopKernel } from "../loops.js";
import { type ElementFormula, elementModule, pieceBytes, pieceLength } from "./module.js";

type Run = (count: number) => void;

/** A kernel starts in JavaScript and is compiled when it has done so many elements: then that has soon paid. */
const warm = 1 << 17;
/** Fewer elements at once are done in JavaScript. */
const few = 64;

/**
 * A kernel that goes over to WebAssembly once it has worked enough.
 *
 * Floor: equals the kernel it is made of, bit for bit (test/kernels). Trick: two elements in the lanes, in pieces that
 * stay in a cache. It buys one and a half to three times the speed. It gives up nothing.
 */
export function warming(plain: LoopKernel, dtype: DType, element: ElementFormula): LoopKernel {
  let left = warm;
  let kernel = plain;
  return (rows, columns, out, at, params, x, y, z, w) => {
    if (rows !== 1 || columns < few) {
      plain(rows, columns, out, at, params, x, y, z, w);
      return;
    }
    if (left > 0) {
      left -= columns;
      if (left <= 0) kernel = inWasm(plain, dtype, element) ?? plain;
    }
    kernel(rows, columns, out, at, params, x, y, z, w);
  };
}

/** The kernel in WebAssembly, for one row; null if that is not possible. */
export function inWasm(plain: LoopKernel, dtype: DType, element: ElementFormula): LoopKernel | null {
  const heap = sharedHeap();
  const run = heap?.load<{ readonly run: Run }>(elementModule(element, dtype))?.run;
  if (heap === null || run === undefined) return null;
  const operands = element.names.length;
  const needed = pieceBytes * (operands + 1) + 8 * element.params.length;
  return (rows, columns, out, at, params, ...cursors) => {
    if (!heap.reserve(needed)) {
      plain(rows, columns, out, at, params, ...cursors);
      return;
    }
    const numbers = dtype === "float32" ? heap.floats : heap.doubles;
    const apart = pieceBytes / numbers.BYTES_PER_ELEMENT;
    const result = operands * apart;
    heap.doubles.set(params, ((operands + 1) * pieceBytes) / 8);
    for (let from = 0; from < columns; from += pieceLength) {
      const count = Math.min(columns - from, pieceLength);
      for (let i = 0; i < operands; i++) fill(numbers, i * apart, cursors[i] as Cursor, from, count);
      run(count);
      out.set(numbers.subarray(result, result + count), at + from);
    }
  };
}

function fill(numbers: Floats, to: number, { data, at, column }: Cursor, from: number, count: number): void {
  if (column === 1) numbers.set(data.subarray(at + from, at + from + count), to);
  else for (let i = 0; i < count; i++) numbers[to + i] = data[at + (from + i) * column] as number;
}
