import { imports, simd } from "@outgrad/ops/wasm";
import { type WasmMemory, webAssembly } from "../web-assembly.js";

const page = 65536;

/**
 * A WebAssembly memory that kernels copy their operands to and their results from. Nothing in it outlives a call, so
 * all kernels share one.
 */
export class Heap {
  /** What its numbers lie in. */
  readonly memory: WasmMemory;
  readonly #api: ReturnType<typeof webAssembly>;
  #floats: Float32Array;
  #doubles: Float64Array;

  /**
   * An empty one; null where WebAssembly is missing or forbidden. With a maximum, in pages of 64 KB, threads share it, and
   * modules that import it name the same maximum.
   */
  static create(maximum?: number): Heap | null {
    try {
      return new Heap(webAssembly(), maximum);
    } catch {
      return null;
    }
  }

  private constructor(api: ReturnType<typeof webAssembly>, maximum: number | undefined) {
    this.#api = api;
    const alone = { initial: 1 };
    this.memory = new api.Memory(maximum === undefined ? alone : { ...alone, maximum, shared: true });
    this.#floats = new Float32Array(this.memory.buffer);
    this.#doubles = new Float64Array(this.memory.buffer);
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
      this.memory.grow(Math.ceil(more / page));
    } catch {
      return false;
    }
    this.#floats = new Float32Array(this.memory.buffer);
    this.#doubles = new Float64Array(this.memory.buffer);
    return true;
  }

  /** The functions of a module that imports this memory; null where a Content-Security-Policy forbids it. */
  load<Exports extends object>(bytes: Uint8Array<ArrayBuffer>): Exports | null {
    const module = this.compile(bytes);
    return module && this.link<Exports>(module);
  }

  /** A module that imports this memory, for `link` here or in another thread; null where that is forbidden. */
  compile(bytes: Uint8Array<ArrayBuffer>): object | null {
    try {
      return new this.#api.Module(bytes);
    } catch {
      return null;
    }
  }

  /** The functions of a module. */
  link<Exports extends object>(module: object): Exports {
    const env = { memory: this.memory, ...imports };
    return new this.#api.Instance(module, { env }).exports as Exports;
  }
}

let shared: Heap | null | undefined;

/** The heap of all kernels; null on a machine without lanes in WebAssembly. */
export function sharedHeap(): Heap | null {
  if (shared === undefined) shared = simd() ? Heap.create() : null;
  return shared;
}
