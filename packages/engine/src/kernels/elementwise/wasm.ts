import type { DType, Floats } from "../../tensor/dtype.js";
import type { Heap } from "../heap.js";
import type { Cursor, LoopKernel } from "../loops.js";
import { patience } from "../patience.js";
import { type Chain, chainModule, pieceBytes, pieceLength } from "./chain.js";
import { chainOf, type ElementFormula, isLong } from "./element.js";

/** Runs a chain over rows of `count` numbers: operands that lie together or are one number, and arrays of results. */
export type ChainRun = (
  count: number,
  numbers: readonly number[],
  operands: readonly Cursor[],
  results: readonly { readonly data: Floats; readonly at: number }[],
) => boolean;

/** When it pays to compile, and to copy: the fewer instructions a formula has, the later. */
const long = { numbers: 1 << 17, few: 64 } as const;
const short = { numbers: 1 << 18, few: 512 } as const;

/** What runs a chain in WebAssembly once its floor has done enough; null until then. */
export function warmingChain(
  dtype: DType,
  elements: readonly ElementFormula[],
  chain: Chain,
): (count: number) => ChainRun | null {
  const { numbers, few } = elements.some(isLong) ? long : short;
  return patience(Math.ceil(numbers / elements.length), few, (heap) => chainInWasm(heap, dtype, chain));
}

/**
 * A kernel that goes over to WebAssembly once it has worked enough.
 *
 * Floor: equals the kernel it is made of, bit for bit (test/kernels). Trick: two elements in the lanes, in pieces that
 * stay in a cache, and no branches. It buys two to four times the speed of float32, ten times that of relu. It gives up
 * nothing; doubles that fill more than a cache are as fast in JavaScript.
 */
export function warming(plain: LoopKernel, dtype: DType, element: ElementFormula): LoopKernel {
  const fast = warmingChain(dtype, [element], chainOf(element));
  const operands = element.names.length;
  return (rows, columns, out, at, params, ...cursors) => {
    const run = rows === 1 ? fast(columns) : null;
    if (run?.(columns, params, cursors.slice(0, operands), [{ data: out, at }])) return;
    plain(rows, columns, out, at, params, ...cursors);
  };
}

/** A chain in WebAssembly; what it gives says whether there was room, and null stands for a machine that forbids it. */
export function chainInWasm(heap: Heap, dtype: DType, chain: Chain): ChainRun | null {
  const run = heap.load<{ readonly run: (count: number) => void }>(chainModule(chain, dtype))?.run;
  if (run === undefined) return null;
  const { inputs, numbers: shared, statements } = chain;
  const pieces = inputs + statements.filter(({ isStored }) => isStored).length;
  const needed = pieceBytes * pieces + 8 * shared;
  return (count, numbers, operands, results) => {
    if (!heap.reserve(needed)) return false;
    const all = dtype === "float32" ? heap.floats : heap.doubles;
    const apart = pieceBytes / all.BYTES_PER_ELEMENT;
    heap.doubles.set(numbers, (pieces * pieceBytes) / 8);
    for (let from = 0; from < count; from += pieceLength) {
      const here = Math.min(count - from, pieceLength);
      for (let i = 0; i < inputs; i++) fill(all, i * apart, operands[i] as Cursor, from, here);
      run(here);
      for (let i = 0; i < results.length; i++) {
        const { data, at } = results[i] as { data: Floats; at: number };
        const start = (inputs + i) * apart;
        data.set(all.subarray(start, start + here), at + from);
      }
    }
    return true;
  };
}

function fill(numbers: Floats, to: number, { data, at, column }: Cursor, from: number, count: number): void {
  if (column === 1) numbers.set(data.subarray(at + from, at + from + count), to);
  else for (let i = 0; i < count; i++) numbers[to + i] = data[at + (from + i) * column] as number;
}
