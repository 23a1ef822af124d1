import { firstLine } from "../runner/first-line.js";
import type { Failures } from "./failures.js";
import { usage } from "./flags.js";
import type { Program } from "./programs.js";

const mostRuns = 64;
const bytesGiven = mostRuns * 256;

/**
 * Commands on their way to the device. They go there in batches: when one is full, when something is read, and at the
 * latest when the running task lets go, so that the device starts early and a run costs little.
 */
export class Commands {
  /** The number of the batch that is being filled. */
  batch = 0;
  /** How many arrays were uploaded and kernels run. */
  work = 0;
  /** The numbers that the kernels of a batch are given, one after the other. */
  readonly given: GPUBuffer;
  readonly #device: GPUDevice;
  readonly #failures: Failures;
  readonly #ints = new Int32Array(bytesGiven / 4);
  readonly #floats = new Float32Array(this.#ints.buffer);
  readonly #offset: number[] = [0];
  #bytes = 0;
  #inBatch = 0;
  #first = 0;
  #encoder: GPUCommandEncoder | undefined;
  #pass: GPUComputePassEncoder | undefined;
  #pipeline: GPUComputePipeline | undefined;

  constructor(device: GPUDevice, failures: Failures) {
    this.#device = device;
    this.#failures = failures;
    this.given = device.createBuffer({
      size: bytesGiven,
      usage: usage.uniform | usage.copyTo,
    });
  }

  /** Makes room for a run; the batch may change by it. */
  reserve({ given }: { given: number }): void {
    if (this.#inBatch === mostRuns || this.#bytes + given > bytesGiven) this.flush();
  }

  run(program: Program, group: GPUBindGroup, ints: readonly number[], floats: readonly number[]): void {
    this.#pass ??= this.#begin().beginComputePass();
    if (this.#pipeline !== program.pipeline) {
      this.#pipeline = program.pipeline;
      this.#pass.setPipeline(program.pipeline);
    }
    if (program.layout.given > 0) {
      this.#give(program, ints, floats);
      this.#pass.setBindGroup(0, group, this.#offset);
    } else this.#pass.setBindGroup(0, group);
    const [x, y, z] = program.workgroups;
    this.#pass.dispatchWorkgroups(x, y, z);
    if (this.#inBatch++ === 0) this.#first = this.work;
    this.work++;
  }

  copy(from: GPUBuffer, to: GPUBuffer, bytes: number): void {
    this.#endPass();
    this.#begin().copyBufferToBuffer(from, 0, to, 0, bytes);
  }

  /** Sends what there is. */
  flush(): void {
    if (this.#encoder === undefined) return;
    this.#endPass();
    const device = this.#device;
    device.pushErrorScope("validation");
    if (this.#bytes > 0) device.queue.writeBuffer(this.given, 0, this.#ints, 0, this.#bytes / 4);
    device.queue.submit([this.#encoder.finish()]);
    this.#failures.watch(
      this.#inBatch > 0 ? this.#first : this.work,
      device.popErrorScope(),
      ({ message }) => `The GPU refused work: ${firstLine(message)}.`,
    );
    this.#encoder = undefined;
    this.#bytes = 0;
    this.#inBatch = 0;
    this.batch++;
  }

  #begin(): GPUCommandEncoder {
    if (this.#encoder === undefined) {
      this.#encoder = this.#device.createCommandEncoder();
      const { batch } = this;
      queueMicrotask(() => {
        if (batch === this.batch) this.flush();
      });
    }
    return this.#encoder;
  }

  #endPass(): void {
    this.#pass?.end();
    this.#pass = undefined;
    this.#pipeline = undefined;
  }

  #give({ floatsAt, layout }: Program, ints: readonly number[], floats: readonly number[]): void {
    const at = this.#bytes / 4;
    for (let i = 0; i < ints.length; i++) this.#ints[at + i] = ints[i] as number;
    for (let i = 0; i < floats.length; i++) this.#floats[at + floatsAt + i] = floats[i] as number;
    this.#offset[0] = this.#bytes;
    this.#bytes += layout.given;
  }
}
