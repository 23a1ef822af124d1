import type { Strided } from "../../tensor/strided.js";
import type { Heap } from "../heap.js";
import { constants, type WinnersFunction, winnersModule } from "./module.js";
import type { Windows } from "./winners.js";

type Functions = { readonly winners: WinnersFunction };

/**
 * The greatest numbers of windows, in WebAssembly.
 *
 * Floor: equals plainWinners (test/kernels/pool.test.ts). Trick: two windows in the lanes, and no branches, which are
 * wrong half of the time. It leaves windows that reach outside to the floor.
 */
export class WasmWinners {
  readonly #heap: Heap;
  readonly #functions = new Map<number, Functions | null>();

  constructor(heap: Heap) {
    this.#heap = heap;
  }

  /** For each window the place of its greatest number; null if it cannot. */
  find({ data, offset, size }: Strided, windows: Windows): Int32Array | null {
    const { stride, padding, dilation, kernel, input, output } = windows;
    const [rows, columns] = output;
    const reach = (dim: 0 | 1) => (output[dim] - 1) * stride[dim] + dilation[dim] * (kernel[dim] - 1);
    if (padding[0] + padding[1] > 0 || reach(0) >= input[0] || reach(1) >= input[1]) return null;
    const bytes = data.BYTES_PER_ELEMENT;
    const functions = this.#functionsOf(bytes);
    const pairs = (columns + 1) >> 1;
    const plane = input[0] * input[1];
    const placesAt = constants.bytes;
    const outAt = (placesAt + 8 * rows + 15) & ~15;
    const sourceAt = outAt + 16 * rows * pairs;
    // The second window of a last pair may lie outside.
    const room = sourceAt + (plane + stride[1] + 2) * bytes;
    if (functions === null || !this.#heap.reserve(room)) return null;
    const numbers = bytes === 4 ? this.#heap.floats : this.#heap.doubles;
    const { doubles } = this.#heap;
    const down = dilation[0] * input[1];
    const across = dilation[1];
    doubles.set([0, stride[1]], constants.toSecond / 8);
    doubles.fill(2 * stride[1], constants.toNextPair / 8, constants.toNextPair / 8 + 2);
    doubles.fill(across, constants.toNextTap / 8, constants.toNextTap / 8 + 2);
    doubles.fill(down - kernel[1] * across, constants.toNextLine / 8, constants.toNextLine / 8 + 2);
    const rowStep = stride[0] * input[1];
    for (let p = 0; p < rows; p++) doubles[placesAt / 8 + p] = p * rowStep;
    const found = new Int32Array((size / plane) * rows * columns);
    for (let from = offset, to = 0; to < found.length; from += plane) {
      numbers.set(data.subarray(from, from + plane), sourceAt / bytes);
      functions.winners(
        rows,
        pairs,
        kernel[0],
        kernel[1],
        down * bytes,
        across * bytes,
        stride[1] * bytes,
        rowStep * bytes,
        sourceAt,
        placesAt,
        outAt,
      );
      for (let p = 0, at = outAt / 8; p < rows; p++, at += 2 * pairs) {
        for (let q = 0; q < columns; q++) found[to++] = from + (doubles[at + q] as number);
      }
    }
    return found;
  }

  #functionsOf(bytes: number): Functions | null {
    const known = this.#functions.get(bytes);
    if (known !== undefined) return known;
    const fresh = this.#heap.load<Functions>(winnersModule(bytes === 4 ? "float32" : "float64"));
    this.#functions.set(bytes, fresh);
    return fresh;
  }
}
