import { imports, simd } from "@outgrad/ops/wasm";
import { type WasmMemory, webAssembly } from "../web-assembly.js";

const page = 65536;

/**
 * A WebAssembly memory that kernels copy their operands to and their results from. Nothing in it outlives a call, so
 * all kernels share one.
 */
export class Heap {
  readonly #api: ReturnType<typeof webAssembly>;
  readonly #memory: WasmMemory;
  #floats: Float32Array;
  #doubles: Float64Array;

  /** An empty one; null where WebAssembly is missing or forbidden. */
  static create(): Heap | null {
    try {
      return new Heap(webAssembly());
    } catch {
      return null;
    }
  }

  private constructor(api: ReturnType<typeof webAssembly>) {
    this.#api = api;
    this.#memory = new api.Memory({ initial: 1 });
    this.#floats = new Float32Array(this.#memory.buffer);
    this.#doubles = new Float64Array(this.#memory.buffer);
  }

  /** All of it as floats, good until more is reserved. */
  get floats(): Float32Array {
    return this.#floats;
  }

  /** All of it as doubles, good until more is reserved. */
  get doubles(): Float64Array {
    return this.#doubles;
  }

  /** Makes room for so many bytes; false if the machine refuses. */
  reserve(bytes: number): boolean {
    const more = bytes - this.#floats.byteLength;
    if (more <= 0) return true;
    try {
      this.#memory.grow(Math.ceil(more / page));
    } catch {
      return false;
    }
    this.#floats = new Float32Array(this.#memory.buffer);
    this.#doubles = new Float64Array(this.#memory.buffer);
    return true;
  }

  /** The functions of a module that imports this memory; null where a Content-Security-Policy forbids it. */
  load<Exports extends object>(bytes: Uint8Array<ArrayBuffer>): Exports | null {
    try {
      const module = new this.#api.Module(bytes);
      return new this.#api.Instance(module, { env: { memory: this.#memory, ...imports } }).exports as Exports;
    } catch {
      return null;
    }
  }
}

let shared: Heap | null | undefined;

/** The heap of all kernels; null on a machine without lanes in WebAssembly. */
export function sharedHeap(): Heap | null {
  if (shared === undefined) shared = simd() ? Heap.create() : null;
  return shared;
}
