import { relaxedSimd } from "@outgrad/ops/wasm";
import type { Matrix } from "../kernels/gemm/matrix.js";
import { tile } from "../kernels/gemm/micro.js";
import { type GemmFunction, gemmModule, workBytes } from "../kernels/gemm/module.js";
import { blocksBytes, side, WasmGemm } from "../kernels/gemm/wasm.js";
import type { Multiply, Team } from "../kernels/gemm.js";
import { Heap } from "../kernels/heap.js";
import { handOut, type Products, pending, rouse, sleep, takeShares } from "./shares.js";

/** Products of fewer terms are as fast in one thread, and those of fewer terms for each number that is copied. */
const worth = { terms: 1 << 23, termsForNumber: 16 } as const;
/** How often a thread looks whether the others are done before it sleeps. */
const looks = 4000;
/** For how many milliseconds it sleeps before it counts how long it has waited. */
const nap = 50;

/** What threads multiply in: memory that they share, and the modules of the products, by the bytes of a number. */
export interface Ground {
  readonly heap: Heap;
  readonly modules: Readonly<Record<4 | 8, object>>;
}

/** Room for so many threads; null where WebAssembly, or memory that is shared, is missing or forbidden. */
export function groundFor(threads: number): Ground | null {
  const maximum = Math.ceil((blocksBytes + threads * workBytes) / 65536);
  const heap = Heap.create(maximum);
  const single = heap?.compile(gemmModule("float32", relaxedSimd(), maximum));
  const double = heap?.compile(gemmModule("float64", false, maximum));
  return heap && single && double ? { heap, modules: { 4: single, 8: double } } : null;
}

/**
 * Products in memory that threads share: this thread copies, and all of them multiply.
 *
 * Floor: equals WasmGemm, bit for bit (test/threads), because only rows or columns are divided and no sum is. Trick: one
 * share for each thread. It buys the speed of two cores (bench/threads.mjs). It gives up: half the speed of copying, which
 * is what memory that is shared costs.
 */
export class SharedGemm implements Team {
  readonly #threads: number;
  readonly #control: Int32Array;
  readonly #products: Products;
  readonly #gemm: WasmGemm;
  readonly #naps: number;
  readonly #lost: () => void;
  readonly #maySleep = maySleep();
  #isLost = false;

  /** `lost` is called once, when a worker does not finish within so many seconds what it took. */
  constructor(
    threads: number,
    { heap, modules }: Ground,
    control: Int32Array,
    seconds: number,
    lost: () => void,
  ) {
    const product = (bytes: 4 | 8) => heap.link<{ readonly gemm: GemmFunction }>(modules[bytes]).gemm;
    this.#threads = threads;
    this.#control = control;
    this.#products = { 4: product(4), 8: product(8) };
    this.#gemm = new WasmGemm(heap, (type) => this.#shared(type === "float32" ? 4 : 8), threads * workBytes);
    this.#naps = Math.ceil((1000 * seconds) / nap);
    this.#lost = lost;
  }

  wants(m: number, n: number, k: number): boolean {
    const terms = m * n * k;
    return terms >= worth.terms && terms >= worth.termsForNumber * (m * k + k * n + m * n);
  }

  /** Block by block, so that one can be computed anew if a worker is lost. */
  multiply(alone: Multiply, ...[m, n, k, a, b, out, accumulate, bias]: Parameters<Multiply>): void {
    for (let i = 0; i < m; i += side) {
      for (let j = 0; j < n; j += side) {
        const block: Parameters<Multiply> = [
          Math.min(m - i, side),
          Math.min(n - j, side),
          k,
          from(a, i, 0),
          from(b, 0, j),
          from(out, i, j),
          accumulate,
          bias && { ...bias, offset: bias.offset + j * bias.stride },
        ];
        if (this.#isLost || !this.#together(block)) alone(...block);
      }
    }
  }

  /** False, and out has not changed, if memory is refused or a worker is lost. */
  #together(block: Parameters<Multiply>): boolean {
    try {
      // They wake while this thread copies.
      rouse(this.#control);
      return this.#gemm.multiply(...block);
    } catch (error) {
      if (!(error instanceof LostError)) throw error;
      this.#isLost = true;
      this.#lost();
      return false;
    }
  }

  #shared(bytes: 4 | 8): GemmFunction {
    return (_, ...factors) => {
      const [m, n] = factors;
      const byRows = m >= n;
      const step = byRows ? tile.rows : (tile.vectors * 16) / bytes;
      const size = Math.ceil(Math.max(m, n) / this.#threads / step) * step;
      handOut(this.#control, bytes, byRows ? "rows" : "columns", size, factors);
      takeShares(this.#control, this.#products, 0);
      this.#wait();
    };
  }

  /** Waits until the others have done what they took. */
  #wait(): void {
    for (let look = 0; look < looks; look++) if (pending(this.#control) === 0) return;
    // Naps are counted, not the clock: it goes on while a computer is asleep.
    for (let slept = 0; slept < this.#naps; slept++) {
      if (this.#maySleep) sleep(this.#control, nap);
      else for (const end = Date.now() + nap; pending(this.#control) > 0 && Date.now() < end; );
      if (pending(this.#control) === 0) return;
    }
    throw new LostError();
  }
}

/** A worker has taken a share and does not finish it. */
class LostError extends Error {}

const from = (matrix: Matrix, i: number, j: number): Matrix => ({
  ...matrix,
  offset: matrix.offset + i * matrix.rowStride + j * matrix.columnStride,
});

/** Whether this thread may sleep: that of a page may not. */
function maySleep(): boolean {
  try {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0);
    return true;
  } catch {
    return false;
  }
}
