import type { Blocks } from "../blocks.js";
import type { Heap } from "../heap.js";
import { slotBytes } from "./columns.js";
import { type ColumnFunction, columnModule } from "./module.js";
import type { ColumnOp } from "./passes.js";

type Functions = Readonly<Record<"rows" | "columns", ColumnFunction>>;

/** How many numbers are copied at once, if a block is not larger: they stay in a cache. */
const chunk = 1 << 15;
/** The largest block, in numbers. */
const most = 1 << 22;

/**
 * Softmax and what is made of it in WebAssembly.
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

  /**
   * Does the op to each column and writes the results to `out`, in the order of the blocks; "moments" writes none. In
   * `slots` there are two doubles for each column, those that the op gives or takes. False, and nothing has changed, if
   * it cannot.
   */
  run(
    op: ColumnOp,
    { data, at, outer, count, inner }: Blocks,
    out: Float32Array | Float64Array | null,
    slots: Float64Array | null,
  ): boolean {
    const bytes = data.BYTES_PER_ELEMENT;
    const block = count * inner;
    const functions = this.#functionsOf(op, bytes === 4 ? "float32" : "float64");
    const together = Math.min(outer, Math.max(1, Math.floor(chunk / block)));
    const doubles = slotBytes / 8;
    const slotsAt = doubles * count;
    const startAt = 8 * (slotsAt + doubles * together * inner);
    if (functions === null || block > most) return false;
    if (!this.#heap.reserve(startAt + together * block * bytes)) return false;
    const run = inner === 1 ? functions.rows : functions.columns;
    const numbers = bytes === 4 ? this.#heap.floats : this.#heap.doubles;
    const room = this.#heap.doubles;
    const start = startAt / bytes;
    for (let o = 0; o < outer; o += together) {
      const blocks = Math.min(outer - o, together);
      const [first, end] = [o * block, (o + blocks) * block];
      const [firstSlot, endSlot] = [o * inner * doubles, (o + blocks) * inner * doubles];
      numbers.set(data.subarray(at + first, at + end), start);
      if (slots && op !== "moments") room.set(slots.subarray(firstSlot, endSlot), slotsAt);
      run(0, startAt, blocks, count, inner, 8 * slotsAt);
      out?.set(numbers.subarray(start, start + end - first), first);
      if (slots && op === "moments") {
        slots.set(room.subarray(slotsAt, slotsAt + endSlot - firstSlot), firstSlot);
      }
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
