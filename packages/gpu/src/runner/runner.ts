import type { Kernel } from "../kernel/kernel.js";
import type { WgslProgram } from "../wgsl/program.js";

/** Numbers on a device. Only the runner that made it can look inside. */
export interface Buffer {
  /** How many numbers. */
  readonly size: number;
}

/** What a runner holds on to: counters for tests and for people. */
export interface RunnerMemory {
  /** Buffers that were made and not given back. */
  readonly buffers: number;
  /** Bytes that those take on the device. */
  readonly bytes: number;
  /** Bytes that were given back and wait for the next buffer of their size. */
  readonly pooled: number;
  /** Kernels compiled so far. */
  readonly kernels: number;
}

/**
 * A device that runs kernels. Work goes to it in the order of the calls and is done later; what goes wrong there is thrown
 * as one sentence by the next `read`. A runner that has failed stays failed: what it computed since the failure cannot be
 * read, what it computed before still can.
 */
export interface Runner {
  /** `cpu` is gpu.js's own: an oracle for tests, much slower than the engine. */
  readonly kind: "webgpu" | "webgl2" | "headlessgl" | "cpu";
  /** The device in words: who made it, which one it is, and whether it is only software. */
  readonly description: string;
  /** Copies numbers to the device; the array may be changed as soon as this returns. */
  upload(numbers: Float32Array): Buffer;
  /**
   * Runs a kernel on its inputs, in order, and gives the result, `kernel.size` numbers. A program in WGSL runs on
   * `webgpu` only. Throws on a wrong number of inputs or of given numbers, on a buffer that was given back, and on more
   * numbers than the device takes in one buffer.
   */
  run(
    kernel: Kernel | WgslProgram,
    inputs: readonly Buffer[],
    ints?: readonly number[],
    floats?: readonly number[],
  ): Buffer;
  /** The numbers as they are after everything that was run before this call. */
  read(buffer: Buffer): Promise<Float32Array>;
  /** The same at once, where a device can be waited for: everywhere but on `webgpu`. */
  readNow?(buffer: Buffer): Float32Array;
  /** Gives the buffer back: it must not be used any more, its memory serves the next one. Twice is as good as once. */
  free(buffer: Buffer): void;
  readonly memory: RunnerMemory;
  /** Resolves with the reason when the device is lost, and never when it was destroyed by `destroy`. */
  readonly lost: Promise<string>;
  /** Frees everything on the device. Nothing else works afterwards. */
  destroy(): void;
}
