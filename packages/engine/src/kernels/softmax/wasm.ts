import type { Blocks } from "../blocks.js";
import type { Heap } from "../heap.js";
import { type ColumnFunction, columnModule } from "./module.js";
import type { ColumnOp } from "./passes.js";

type Functions = Readonly<Record<"rows" | "columns", ColumnFunction>>;

/** How many numbers are copied at once, if a block is not larger: they stay in a cache. */
const chunk = 1 << 15;
/** The largest block, in numbers. */
const most = 1 << 22;

/**
 * Softmax and its logarithm in WebAssembly.
 *
 * Floor: equals ../softmax.ts bit for bit (test/kernels). Trick: two columns or two numbers of a row in the lanes, and of
 * an exponential that is needed twice the first is kept. It buys about five times the speed. It gives up nothing; blocks of more than four
 * million numbers are left to the floor.
 */
export class WasmColumns {
  readonly #heap: Heap;
  readonly #functions = new Map<string, Functions | null>();

  constructor(heap: Heap) {
    this.#heap = heap;
  }

  /** Writes the op of each column to `out`, in the order of the blocks; false, and nothing has changed, if it cannot. */
  run(op: ColumnOp, { data, at, outer, count, inner }: Blocks, out: Float32Array | Float64Array): boolean {
    const bytes = data.BYTES_PER_ELEMENT;
    const block = count * inner;
    const functions = this.#functionsOf(op, bytes === 4 ? "float32" : "float64");
    const together = Math.min(outer, Math.max(1, Math.floor(chunk / block)));
    const start = (16 * count) / bytes;
    if (functions === null || block > most) return false;
    if (!this.#heap.reserve((start + together * block) * bytes)) return false;
    const run = inner === 1 ? functions.rows : functions.columns;
    const heap = bytes === 4 ? this.#heap.floats : this.#heap.doubles;
    for (let o = 0; o < outer; o += together) {
      const blocks = Math.min(outer - o, together);
      const from = at + o * block;
      heap.set(data.subarray(from, from + blocks * block), start);
      run(0, start * bytes, blocks, count, inner);
      out.set(heap.subarray(start, start + blocks * block), o * block);
    }
    return true;
  }

  #functionsOf(op: ColumnOp, type: "float32" | "float64"): Functions | null {
    const key = `${op} ${type}`;
    const known = this.#functions.get(key);
    if (known !== undefined) return known;
    const fresh = this.#heap.load<Functions>(columnModule(op, type));
    this.#functions.set(key, fresh);
    return fresh;
  }
}
