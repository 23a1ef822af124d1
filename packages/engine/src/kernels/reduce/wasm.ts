import type { Blocks } from "../blocks.js";
import type { Heap } from "../heap.js";
import { type SumFunction, sumModule } from "./module.js";

type Functions = Readonly<Record<"rows" | "columns", SumFunction>>;

/** How many numbers are copied at once, if a block is not larger: they stay in a cache. */
const chunk = 1 << 15;
/** The largest block, in numbers. */
const most = 1 << 22;

/**
 * Sums in WebAssembly.
 *
 * Floor: equals ../reduce.ts bit for bit (test/kernels). Trick: its four sums, or two columns, in lanes. It buys three to
 * five times the speed. It gives up nothing; blocks of more than four million numbers are left to the floor.
 */
export class WasmSums {
  readonly #heap: Heap;
  readonly #functions: Partial<Record<"float32" | "float64", Functions | null>> = {};

  constructor(heap: Heap) {
    this.#heap = heap;
  }

  /** Writes the sum of each column to `out`; false, and nothing has changed, if it cannot. */
  run({ data, at, outer, count, inner }: Blocks, out: Float64Array): boolean {
    const bytes = data.BYTES_PER_ELEMENT;
    const block = count * inner;
    const functions = this.#functionsOf(bytes === 4 ? "float32" : "float64");
    if (functions === null || block > most || block === 0) return false;
    const together = Math.min(outer, Math.max(1, Math.floor(chunk / block)));
    const result = Math.ceil((together * block * bytes + bytes) / 16) * 16;
    if (!this.#heap.reserve(result + 8 * (together * inner + 1))) return false;
    const heap = bytes === 4 ? this.#heap.floats : this.#heap.doubles;
    const sum = inner === 1 ? functions.rows : functions.columns;
    for (let o = 0; o < outer; o += together) {
      const blocks = Math.min(outer - o, together);
      const from = at + o * block;
      heap.set(data.subarray(from, from + blocks * block));
      sum(0, blocks, count, inner, result);
      out.set(this.#heap.doubles.subarray(result / 8, result / 8 + blocks * inner), o * inner);
    }
    return true;
  }

  #functionsOf(type: "float32" | "float64"): Functions | null {
    const known = this.#functions[type];
    if (known !== undefined) return known;
    const fresh = this.#heap.load<Functions>(sumModule(type));
    this.#functions[type] = fresh;
    return fresh;
  }
}
