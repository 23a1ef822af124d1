import type { Kernel } from "../kernel/kernel.js";
import { checkRun } from "../runner/check-run.js";
import { firstLine } from "../runner/first-line.js";
import { destroyed, foreignBuffer, freedBuffer, tooManyNumbers } from "../runner/refusals.js";
import type { Buffer, Runner, RunnerMemory } from "../runner/runner.js";
import type { WgslProgram } from "../wgsl/program.js";
import { Bindings } from "./bindings.js";
import { type Block, Blocks, blockBytes } from "./blocks.js";
import { Commands } from "./commands.js";
import type { WebGpuDevice } from "./device.js";
import { Failures } from "./failures.js";
import { usage } from "./flags.js";
import { Layouts } from "./layouts.js";
import { Programs } from "./programs.js";
import { Readback } from "./readback.js";

class DeviceBuffer implements Buffer {
  readonly size: number;
  /** The number of the work that made it. */
  readonly made: number;
  readonly owner: WebGpuRunner;
  block: Block | undefined;

  constructor(owner: WebGpuRunner, size: number, made: number, block: Block) {
    this.owner = owner;
    this.size = size;
    this.made = made;
    this.block = block;
  }
}

const none: readonly number[] = [];

/** Runs kernels and programs in WGSL on WebGPU. */
export class WebGpuRunner implements Runner {
  readonly kind = "webgpu";
  readonly description: string;
  readonly device: GPUDevice;
  readonly lost: Promise<string>;
  readonly #ownsDevice: boolean;
  readonly #failures = new Failures();
  readonly #commands: Commands;
  readonly #programs: Programs;
  readonly #bindings: Bindings;
  readonly #blocks: Blocks;
  readonly #readback: Readback;
  readonly #largest: number;
  #end: string | undefined;

  /** A runner on a device; one that it does not own it leaves alive when it is destroyed. */
  constructor({ device, description }: WebGpuDevice, ownsDevice: boolean) {
    this.device = device;
    this.description = description;
    this.#ownsDevice = ownsDevice;
    const { maxBufferSize, maxStorageBufferBindingSize } = device.limits;
    this.#largest = Math.min(maxBufferSize, maxStorageBufferBindingSize);
    this.#commands = new Commands(device, this.#failures);
    this.#programs = new Programs(device, new Layouts(device), this.#failures);
    this.#bindings = new Bindings(device, this.#commands.given);
    this.#blocks = new Blocks(
      (bytes) => this.#create(bytes),
      (blocks) => this.#giveUp(blocks),
    );
    this.#readback = new Readback(device, this.#commands);
    this.lost = new Promise((resolve) => {
      device.lost.then(({ reason, message }) => {
        if (this.#end !== undefined) return;
        const why = firstLine(message) || reason;
        this.#end = `The GPU device is lost: ${why}. Create a new backend and go on from the last checkpoint.`;
        resolve(this.#end);
      });
    });
    // On a device that others use too, what nobody waits for may be theirs.
    if (ownsDevice)
      device.addEventListener("uncapturederror", (event) => {
        event.preventDefault();
        this.#failures.add(
          this.#commands.work,
          `The GPU reports an error: ${firstLine(event.error.message)}.`,
        );
      });
  }

  get memory(): RunnerMemory {
    const { count: buffers, bytes, pooled } = this.#blocks;
    return { buffers, bytes, pooled, kernels: this.#programs.count };
  }

  upload(numbers: Float32Array): Buffer {
    this.#check();
    const buffer = this.#make(numbers.length);
    const block = buffer.block as Block;
    // A write overtakes the commands that are still being collected.
    if (block.batch === this.#commands.batch) this.#commands.flush();
    this.device.queue.writeBuffer(block.buffer, 0, numbers as Float32Array<ArrayBuffer>);
    this.#commands.work++;
    return buffer;
  }

  run(
    kernel: Kernel | WgslProgram,
    inputs: readonly Buffer[],
    ints: readonly number[] = none,
    floats: readonly number[] = none,
  ): Buffer {
    this.#check();
    checkRun(kernel, inputs, ints, floats);
    const blocks = inputs.map((input) => this.#blockOf(input));
    const program = this.#programs.of(kernel, this.#commands.work);
    const result = this.#make(kernel.size);
    if (kernel.size === 0) return result;
    const block = result.block as Block;
    const group = this.#bindings.of(program.layout, blocks, block);
    this.#commands.reserve(program.layout);
    for (const input of blocks) input.batch = this.#commands.batch;
    block.batch = this.#commands.batch;
    this.#commands.run(program, group, ints, floats);
    return result;
  }

  async read(buffer: Buffer): Promise<Float32Array> {
    this.#check();
    const { made } = this.#own(buffer);
    const block = this.#blockOf(buffer);
    const reading = this.#readback.read(block.buffer, buffer.size);
    const settled = this.#failures.settled();
    const numbers = await reading.catch((error: Error) => error);
    await settled;
    this.#check();
    this.#failures.check(made);
    if (numbers instanceof Error)
      throw new Error(`The GPU did not hand back ${buffer.size} numbers: ${firstLine(numbers.message)}.`);
    return numbers;
  }

  free(buffer: Buffer): void {
    const own = this.#own(buffer);
    const { block } = own;
    own.block = undefined;
    if (block !== undefined && this.#end === undefined) this.#blocks.give(block);
  }

  destroy(): void {
    if (this.#end !== undefined) return;
    this.#commands.flush();
    this.#end = destroyed;
    this.#blocks.clear();
    this.#readback.destroy();
    this.#commands.given.destroy();
    if (this.#ownsDevice) this.device.destroy();
  }

  /** The buffer as others on the same device see it, after everything that was run on it so far. */
  protected lend(buffer: Buffer): GPUBuffer {
    this.#check();
    const block = this.#blockOf(buffer);
    this.#commands.flush();
    return block.buffer;
  }

  /** A buffer of somebody else on the same device, until it is freed: then `giveUp` is called. */
  protected adopt(buffer: GPUBuffer, size: number, giveUp: () => void): Buffer {
    this.#check();
    return new DeviceBuffer(this, size, this.#commands.work, this.#blocks.adopt(buffer, giveUp));
  }

  #check(): void {
    if (this.#end !== undefined) throw new Error(this.#end);
  }

  #own(buffer: Buffer): DeviceBuffer {
    if (!(buffer instanceof DeviceBuffer && buffer.owner === this)) throw foreignBuffer();
    return buffer;
  }

  #blockOf(buffer: Buffer): Block {
    const { block } = this.#own(buffer);
    if (block === undefined) throw freedBuffer();
    return block;
  }

  #make(size: number): DeviceBuffer {
    if (size * 4 > this.#largest) throw tooManyNumbers(size, "this GPU", this.#largest / 4);
    return new DeviceBuffer(
      this,
      size,
      this.#commands.work,
      this.#blocks.take(blockBytes(size, this.#largest)),
    );
  }

  #create(bytes: number): GPUBuffer {
    this.device.pushErrorScope("out-of-memory");
    const buffer = this.device.createBuffer({
      size: bytes,
      usage: usage.storage | usage.copyFrom | usage.copyTo,
    });
    this.#failures.watch(
      this.#commands.work,
      this.device.popErrorScope(),
      () =>
        `The GPU has no room for ${bytes} bytes more beside the ${this.#blocks.bytes} in use: use smaller batches.`,
    );
    return buffer;
  }

  #giveUp(blocks: readonly Block[]): void {
    // Commands that were collected may still use them.
    this.#commands.flush();
    this.#bindings.clear();
    for (const { buffer, giveUp } of blocks) giveUp ? giveUp() : buffer.destroy();
  }
}
