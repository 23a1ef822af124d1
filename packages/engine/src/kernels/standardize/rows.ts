import type { Floats } from "../../tensor/dtype.js";
import type { Heap } from "../heap.js";
import { type RowsFunction, rowsModule } from "./module.js";

type Name = "forward" | "backward" | "weight";
type Functions = Readonly<Record<Name, (...given: [...Parameters<RowsFunction>, constants: number]) => void>>;

/** Numbers from a place on. */
export interface Run {
  readonly data: Floats;
  readonly at: number;
}

/** How many numbers are copied at once, if a row is not longer: they stay in a cache. */
const chunk = 1 << 14;
/** The longest row. */
const most = 1 << 20;

/**
 * Norms of rows that lie together, in WebAssembly.
 *
 * Floor: equals the loops of stretch.ts bit for bit (test/kernels/standardize.test.ts). Trick: two numbers in the lanes,
 * and rows that are copied a cache's worth at a time. It gives up nothing; longer rows are left to the floor.
 */
export class WasmRows {
  readonly #heap: Heap;
  readonly #functions = new Map<number, Functions | null>();

  constructor(heap: Heap) {
    this.#heap = heap;
  }

  /**
   * Goes through `rows` rows of n numbers: copies x and, unless forward, g in, runs the function, and copies what it
   * leaves to `out`, but for "weight", whose sums of n doubles are `out`. `moments` are two doubles a row, which forward
   * writes. False, and nothing has changed, if it cannot.
   */
  run(
    name: Name,
    rows: number,
    n: number,
    x: Run,
    g: Run | null,
    weight: Run | null,
    bias: Run | null,
    moments: Float64Array,
    out: Floats,
    centered: boolean,
    eps: number,
  ): boolean {
    const bytes = x.data.BYTES_PER_ELEMENT;
    const functions = this.#functionsOf(bytes);
    if (functions === null || n > most) return false;
    const together = Math.min(rows, Math.max(1, Math.floor(chunk / n)));
    const line = (8 * n + 31) & ~15;
    const momentsAt = 16;
    const weightAt = momentsAt + 16 * together;
    const biasAt = weightAt + line;
    const xAt = biasAt + line;
    const gAt = xAt + ((together * n * bytes + 15) & ~15);
    if (!this.#heap.reserve(gAt + together * n * bytes + 16)) return false;
    const numbers = bytes === 4 ? this.#heap.floats : this.#heap.doubles;
    const { doubles } = this.#heap;
    doubles[0] = n;
    doubles[1] = eps;
    const place = (run: Run | null, usual: number, address: number) => {
      const at = address / bytes;
      if (run === null) numbers.fill(usual, at, at + n);
      else numbers.set(run.data.subarray(run.at, run.at + n), at);
    };
    const sums = name === "weight" ? doubles.subarray(weightAt / 8, weightAt / 8 + n + 1).fill(0) : null;
    if (sums === null) {
      place(weight, 1, weightAt);
      place(bias, 0, biasAt);
    }
    const resultAt = (name === "forward" ? xAt : gAt) / bytes;
    for (let row = 0; row < rows; row += together) {
      const count = Math.min(together, rows - row);
      const [from, size] = [row * n, count * n];
      const own = doubles.subarray(momentsAt / 8, momentsAt / 8 + 2 * count);
      if (name !== "forward") own.set(moments.subarray(2 * row, 2 * (row + count)));
      numbers.set(x.data.subarray(x.at + from, x.at + from + size), xAt / bytes);
      if (g !== null) numbers.set(g.data.subarray(g.at + from, g.at + from + size), gAt / bytes);
      functions[name](count, n, xAt, gAt, weightAt, biasAt, momentsAt, Number(centered), 0);
      if (name === "forward") moments.set(own, 2 * row);
      if (sums === null) out.set(numbers.subarray(resultAt, resultAt + size), from);
    }
    if (sums !== null) out.set(sums.subarray(0, n));
    return true;
  }

  #functionsOf(bytes: number): Functions | null {
    const known = this.#functions.get(bytes);
    if (known !== undefined) return known;
    const fresh = this.#heap.load<Functions>(rowsModule(bytes === 4 ? "float32" : "float64"));
    this.#functions.set(bytes, fresh);
    return fresh;
  }
}
