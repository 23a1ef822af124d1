import type { DType, Floats } from "../../tensor/dtype.js";
import type { Heap } from "../heap.js";
import type { Cursor, LoopKernel } from "../loops.js";
import { patience } from "../patience.js";
import { type ElementFormula, elementModule, isLong, pieceBytes, pieceLength } from "./module.js";

type Run = (count: number) => void;

/** When it pays to compile, and to copy: the fewer instructions a formula has, the later. */
const long = { numbers: 1 << 17, few: 64 } as const;
const short = { numbers: 1 << 18, few: 512 } as const;

/**
 * A kernel that goes over to WebAssembly once it has worked enough.
 *
 * Floor: equals the kernel it is made of, bit for bit (test/kernels). Trick: two elements in the lanes, in pieces that
 * stay in a cache, and no branches. It buys two to four times the speed of float32, ten times that of relu. It gives up
 * nothing; doubles that fill more than a cache are as fast in JavaScript.
 */
export function warming(plain: LoopKernel, dtype: DType, element: ElementFormula): LoopKernel {
  const { numbers, few } = isLong(element) ? long : short;
  const fast = patience(numbers, few, (heap) => inWasm(heap, plain, dtype, element));
  return (rows, columns, out, at, params, x, y, z, w) => {
    const kernel = rows === 1 ? (fast(columns) ?? plain) : plain;
    kernel(rows, columns, out, at, params, x, y, z, w);
  };
}

/** The kernel in WebAssembly, for one row; null if that is not possible. */
export function inWasm(
  heap: Heap,
  plain: LoopKernel,
  dtype: DType,
  element: ElementFormula,
): LoopKernel | null {
  const run = heap.load<{ readonly run: Run }>(elementModule(element, dtype))?.run;
  if (run === undefined) return null;
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
