import { relaxedSimd } from "@outgrad/ops/wasm";
import type { Heap } from "../heap.js";
import type { Real } from "./lanes.js";
import type { Multiply } from "./matrix.js";
import { type GemmFunction, gemmModule, workBytes } from "./module.js";
import { copyIn, copyOut, type Placed, repeatRow } from "./transfer.js";

/** The side of the blocks that matrices are copied in: a multiple of the runs that sums are taken in. */
export const side = 1024;
/** Bytes that the largest blocks fill. */
export const blocksBytes = 40 * side * side;
const rounded = (length: number) => (length + 63) & ~63;

/**
 * Products in WebAssembly of matrices in ordinary arrays: they are copied to a heap block by block, at most 40 MB at a
 * time, and packed and multiplied there.
 *
 * Floor: equals plain.ts, bit for bit in float64 (test/kernels). Trick: tiles of 4 rows and 2 vectors in registers. It
 * buys ten to twenty times the speed of plain.ts (bench/gemm.mjs). It gives up: float32 sums in doubles.
 */
export class WasmGemm {
  readonly #heap: Heap;
  readonly #compile: (type: Real) => GemmFunction | null;
  readonly #work: number;
  readonly #functions: Partial<Record<Real, GemmFunction | null>> = {};
  /** Where the blocks lie that were copied last. */
  readonly #left: Placed = { at: 0, rowStride: 0, columnStride: 0 };
  readonly #right: Placed = { at: 0, rowStride: 0, columnStride: 0 };

  /** In a heap, with a function that works in so many of its first bytes. */
  constructor(
    heap: Heap,
    compile: (type: Real) => GemmFunction | null = inOneThread(heap),
    work = workBytes,
  ) {
    this.#heap = heap;
    this.#compile = compile;
    this.#work = work;
  }

  /** The product, as gemm.ts has it; false, and nothing has changed, where the machine refuses code or memory. */
  multiply(...[m, n, k, a, b, out, accumulate, bias = null]: Parameters<Multiply>): boolean {
    const bytes = out.data.BYTES_PER_ELEMENT;
    const height = Math.min(m, side);
    const width = Math.min(n, side);
    const depth = Math.min(k, side);
    const leftRoom = this.#work / bytes;
    const rightRoom = leftRoom + rounded(2 * height * depth);
    const outRoom = rightRoom + rounded(2 * depth * width);
    const gemm = this.#functionOf(bytes === 4 ? "float32" : "float64");
    if (gemm === null || !this.#heap.reserve((outRoom + height * width) * bytes)) return false;

    const heap = bytes === 4 ? this.#heap.floats : this.#heap.doubles;
    const left = this.#left;
    const right = this.#right;
    for (let i = 0; i < m; i += side) {
      const rows = Math.min(m - i, side);
      for (let j = 0; j < n; j += side) {
        const columns = Math.min(n - j, side);
        if (bias !== null) repeatRow(heap, outRoom, bias, j, rows, columns);
        else if (accumulate) copyOut(heap, outRoom, out, i, rows, j, columns, "to heap");
        for (let p = 0; p < k || p === 0; p += side) {
          const terms = Math.min(k - p, side);
          copyIn(heap, leftRoom, a, i, rows, p, terms, left);
          copyIn(heap, rightRoom, b, p, terms, j, columns, right);
          gemm(
            0,
            rows,
            columns,
            terms,
            left.at * bytes,
            left.rowStride * bytes,
            left.columnStride * bytes,
            right.at * bytes,
            right.rowStride * bytes,
            right.columnStride * bytes,
            outRoom * bytes,
            columns * bytes,
            accumulate || bias !== null || p > 0 ? 1 : 0,
          );
        }
        copyOut(heap, outRoom, out, i, rows, j, columns, "from heap");
      }
    }
    return true;
  }

  /** The function for a dtype, compiled when it is first asked for; null if that is forbidden. */
  #functionOf(type: Real): GemmFunction | null {
    const known = this.#functions[type];
    if (known !== undefined) return known;
    const fresh = this.#compile(type);
    this.#functions[type] = fresh;
    return fresh;
  }
}

const inOneThread = (heap: Heap) => (type: Real) => {
  const bytes = gemmModule(type, type === "float32" && relaxedSimd());
  return heap.load<{ readonly gemm: GemmFunction }>(bytes)?.gemm ?? null;
};
