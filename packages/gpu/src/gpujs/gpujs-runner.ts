import type { Kernel } from "../kernel/kernel.js";
import { checkRun } from "../runner/check-run.js";
import { destroyed, foreignBuffer, freedBuffer, tooManyInputs, tooManyNumbers } from "../runner/refusals.js";
import type { Buffer, Runner, RunnerMemory } from "../runner/runner.js";
import type { WgslProgram } from "../wgsl/program.js";
import { compile, compileUpload, type GpuJsMode, refusal } from "./compile.js";
import { type Device, openDevice } from "./device.js";
import type { GpuJsKernel, GpuJsModule, Result } from "./module.js";
import { nextTask } from "./next-task.js";

/** A kernel that gpu.js has built, and its newest result, whose texture it keeps and uses again when nobody needs it. */
interface Built {
  readonly kernel: GpuJsKernel;
  newest: TextureBuffer | undefined;
}

class TextureBuffer implements Buffer {
  readonly size: number;
  readonly owner: GpuJsRunner;
  readonly maker: Built | undefined;
  result: Result | undefined;
  readonly bytes: number;

  constructor(owner: GpuJsRunner, size: number, maker: Built | undefined, result: Result) {
    this.owner = owner;
    this.size = size;
    this.maker = maker;
    this.result = result;
    this.bytes = owner.bytesOf(result);
  }
}

const none: readonly number[] = [];

/** Runs kernels with gpu.js. */
export class GpuJsRunner implements Runner {
  readonly kind: GpuJsMode;
  readonly description: string;
  readonly lost: Promise<string>;
  readonly #device: Device;
  readonly #kernels = new Map<string, Built>();
  #buffers = 0;
  #bytes = 0;
  #pooled = 0;
  #end: string | undefined;

  /** Throws a sentence where this machine cannot run gpu.js in that mode. */
  constructor(gpuJs: GpuJsModule, mode: GpuJsMode) {
    this.kind = mode;
    this.#device = openDevice(gpuJs, mode);
    this.description = this.#device.description;
    this.lost = new Promise((resolve) => {
      this.#device.lost.then((why) => {
        this.#end ??= why;
        // Destroying a context loses it too.
        if (this.#end === why) resolve(why);
      });
    });
  }

  get memory(): RunnerMemory {
    return {
      buffers: this.#buffers,
      bytes: this.#bytes,
      pooled: this.#pooled,
      kernels: this.#kernels.size,
    };
  }

  upload(numbers: Float32Array): Buffer {
    this.#check();
    const size = numbers.length;
    this.#checkSize(size);
    if (this.kind === "cpu" || size === 0) return this.#keep(size, undefined, numbers.slice());
    const key = `upload ${size}`;
    return this.#make(
      key,
      size,
      this.#built(key, () => compileUpload(this.#device.gpu, size)),
      [numbers],
    );
  }

  run(
    kernel: Kernel | WgslProgram,
    inputs: readonly Buffer[],
    ints: readonly number[] = none,
    floats: readonly number[] = none,
  ): Buffer {
    this.#check();
    checkRun(kernel, inputs, ints, floats);
    if (!("write" in kernel))
      throw new TypeError(`The program "${kernel.key}" is for WebGPU and cannot run on ${this.kind}.`);
    if (inputs.length > this.#device.inputs) throw tooManyInputs(inputs.length, this.#device.inputs);
    this.#checkSize(kernel.size);
    const results = inputs.map((input) => this.#resultOf(input));
    if (kernel.size === 0) return this.#keep(0, undefined, new Float32Array(0));
    const key = `${kernel.key}|${inputs.map(({ size }) => size).join()}`;
    const built = this.#built(key, () => compile(this.#device.gpu, this.kind, kernel));
    return this.#make(kernel.key, kernel.size, built, [...results, ...ints, ...floats]);
  }

  async read(buffer: Buffer): Promise<Float32Array> {
    const numbers = this.readNow(buffer);
    // A loop that awaits a number at each step would otherwise never let anything else run.
    await nextTask();
    return numbers;
  }

  readNow(buffer: Buffer): Float32Array {
    this.#check();
    const result = this.#resultOf(buffer);
    if (result instanceof Float32Array) return result.slice();
    const numbers = this.#device.read(result, buffer.size);
    const error = this.#device.error();
    if (error !== undefined) this.#end ??= error;
    this.#check();
    return numbers;
  }

  free(buffer: Buffer): void {
    const own = this.#own(buffer);
    const { result, maker, bytes } = own;
    if (result === undefined) return;
    own.result = undefined;
    this.#buffers--;
    this.#bytes -= bytes;
    if (result instanceof Float32Array) return;
    if (maker?.newest === own) this.#pooled += bytes;
    if (this.#end === undefined) result.delete();
  }

  destroy(): void {
    if (this.#end !== undefined) return;
    this.#end = destroyed;
    this.#kernels.clear();
    this.#device.destroy();
  }

  /** Bytes that a result takes. */
  bytesOf(result: Result): number {
    if (result instanceof Float32Array) return result.byteLength;
    return result.size[0] * result.size[1] * this.#device.bytesPerNumber;
  }

  #check(): void {
    if (this.#end !== undefined) throw new Error(this.#end);
  }

  #checkSize(size: number): void {
    const { largest } = this.#device;
    if (size > largest) throw tooManyNumbers(size, this.kind, largest);
  }

  #own(buffer: Buffer): TextureBuffer {
    if (!(buffer instanceof TextureBuffer && buffer.owner === this)) throw foreignBuffer();
    return buffer;
  }

  #resultOf(buffer: Buffer): Result {
    const { result } = this.#own(buffer);
    if (result === undefined) throw freedBuffer();
    return result;
  }

  #built(key: string, build: () => GpuJsKernel): Built {
    let built = this.#kernels.get(key);
    if (built === undefined) {
      built = { kernel: build(), newest: undefined };
      this.#kernels.set(key, built);
    }
    return built;
  }

  /** Calls a kernel; the first call builds it. */
  #make(key: string, size: number, built: Built, args: unknown[]): Buffer {
    let result: Result;
    try {
      result = built.kernel(...args);
    } catch (error) {
      throw refusal(key, error);
    }
    this.#device.checkKernel(key, built.kernel);
    const { newest } = built;
    if (newest !== undefined && newest.result === undefined) this.#pooled -= newest.bytes;
    const buffer = this.#keep(size, built, result);
    if (!(result instanceof Float32Array)) built.newest = buffer;
    return buffer;
  }

  #keep(size: number, maker: Built | undefined, result: Result): TextureBuffer {
    const buffer = new TextureBuffer(this, size, maker, result);
    this.#buffers++;
    this.#bytes += buffer.bytes;
    return buffer;
  }
}
