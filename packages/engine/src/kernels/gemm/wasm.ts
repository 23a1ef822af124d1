import { relaxedSimd } from "@outgrad/ops/wasm";
import type { Real } from "./lanes.js";
import type { Matrix } from "./matrix.js";
import { type GemmFunction, gemmModule, workBytes } from "./module.js";
import { copyIn, copyOut, type Placed } from "./transfer.js";

/** What is used of the global WebAssembly. */
interface WasmApi {
  Memory: new (limits: { initial: number }) => WasmMemory;
  Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  Instance: new (module: object, imports: object) => { readonly exports: { readonly gemm: GemmFunction } };
}

interface WasmMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** The side of the blocks that matrices are copied in: a multiple of the runs that sums are taken in. */
const side = 1024;
const page = 65536;
const rounded = (bytes: number) => Math.ceil(bytes / 64) * 64;

/**
 * Products in WebAssembly of matrices in ordinary arrays: they are copied to a memory of its own block by block, at most
 * 40 MB at a time, and packed and multiplied there.
 *
 * Floor: equals plain.ts, bit for bit in float64 (test/kernels). Trick: tiles of 4 rows and 2 vectors in registers. It
 * buys ten to twenty times the speed of plain.ts (bench/gemm.mjs). It gives up: float32 sums in doubles.
 */
export class WasmGemm {
  readonly #api: WasmApi;
  readonly #memory: WasmMemory;
  readonly #functions: Partial<Record<Real, GemmFunction>> = {};
  readonly #left: Placed = { at: 0, rowStride: 0, columnStride: 0 };
  readonly #right: Placed = { at: 0, rowStride: 0, columnStride: 0 };
  #floats: Float32Array;
  #doubles: Float64Array;

  /** One with an empty memory; none where WebAssembly is missing or forbidden. */
  static create(): WasmGemm | null {
    try {
      return new WasmGemm((globalThis as unknown as { WebAssembly: WasmApi }).WebAssembly);
    } catch {
      return null;
    }
  }

  private constructor(api: WasmApi) {
    this.#api = api;
    this.#memory = new api.Memory({ initial: Math.ceil(workBytes / page) });
    this.#floats = new Float32Array(this.#memory.buffer);
    this.#doubles = new Float64Array(this.#memory.buffer);
  }

  /** Compiles what such a product needs and takes the memory for it; false if the machine refuses. */
  prepare(
    m: number,
    n: number,
    k: number,
    { BYTES_PER_ELEMENT: bytes }: Float32Array | Float64Array,
  ): boolean {
    const type = bytes === 4 ? "float32" : "float64";
    const needed = layout(m, n, k, bytes).end * bytes;
    if (this.#functions[type] && needed <= this.#floats.byteLength) return true;
    try {
      this.#functions[type] ??= this.#compile(type);
      this.#reserve(needed);
      return true;
    } catch {
      return false;
    }
  }

  /** The product of prepared size, as gemm.ts has it. */
  multiply(m: number, n: number, k: number, a: Matrix, b: Matrix, out: Matrix, accumulate: boolean): void {
    const bytes = out.data.BYTES_PER_ELEMENT;
    const heap = bytes === 4 ? this.#floats : this.#doubles;
    const gemm = this.#functions[bytes === 4 ? "float32" : "float64"] as GemmFunction;
    const at = layout(m, n, k, bytes);
    const left = this.#left;
    const right = this.#right;
    for (let i = 0; i < m; i += side) {
      const rows = Math.min(m - i, side);
      for (let j = 0; j < n; j += side) {
        const columns = Math.min(n - j, side);
        if (accumulate) copyOut(heap, at.out, out, i, rows, j, columns, "to heap");
        for (let p = 0; p < k || p === 0; p += side) {
          const terms = Math.min(k - p, side);
          copyIn(heap, at.left, a, i, rows, p, terms, left);
          copyIn(heap, at.right, b, p, terms, j, columns, right);
          const [aRow, aColumn] = [left.rowStride * bytes, left.columnStride * bytes];
          const [bRow, bColumn] = [right.rowStride * bytes, right.columnStride * bytes];
          const add = accumulate || p > 0 ? 1 : 0;
          const [leftAt, rightAt] = [left.at * bytes, right.at * bytes];
          gemm(
            0,
            rows,
            columns,
            terms,
            leftAt,
            aRow,
            aColumn,
            rightAt,
            bRow,
            bColumn,
            at.out * bytes,
            columns * bytes,
            add,
          );
        }
        copyOut(heap, at.out, out, i, rows, j, columns, "from heap");
      }
    }
  }

  #compile(type: Real): GemmFunction {
    const module = new this.#api.Module(gemmModule(type, type === "float32" && relaxedSimd()));
    return new this.#api.Instance(module, { env: { memory: this.#memory } }).exports.gemm;
  }

  #reserve(bytes: number): void {
    const more = bytes - this.#floats.byteLength;
    if (more <= 0) return;
    this.#memory.grow(Math.ceil(more / page));
    this.#floats = new Float32Array(this.#memory.buffer);
    this.#doubles = new Float64Array(this.#memory.buffer);
  }
}

/** Where the blocks of a product lie, in elements. */
function layout(m: number, n: number, k: number, bytes: number) {
  const [rows, columns, terms] = [Math.min(m, side), Math.min(n, side), Math.min(k, side)];
  const left = rounded(workBytes) / bytes;
  const right = left + rounded(2 * rows * terms);
  const out = right + rounded(2 * terms * columns);
  return { left, right, out, end: out + rows * columns };
}
