import { blockBytes } from "./blocks.js";
import type { Commands } from "./commands.js";
import { forReading, usage } from "./flags.js";

/** Copies numbers back, through buffers that the processor can see and that are used again. */
export class Readback {
  readonly #device: GPUDevice;
  readonly #commands: Commands;
  readonly #free = new Map<number, GPUBuffer>();

  constructor(device: GPUDevice, commands: Commands) {
    this.#device = device;
    this.#commands = commands;
  }

  /** The copy is ordered before this returns; the promise rejects where the device is lost. */
  async read(buffer: GPUBuffer, size: number): Promise<Float32Array> {
    const bytes = size * 4;
    const room = blockBytes(size, this.#device.limits.maxBufferSize);
    const staging = this.#take(room);
    this.#commands.copy(buffer, staging, bytes);
    this.#commands.flush();
    await staging.mapAsync(forReading, 0, bytes);
    const numbers = new Float32Array(staging.getMappedRange(0, bytes)).slice();
    staging.unmap();
    if (this.#free.has(room)) staging.destroy();
    else this.#free.set(room, staging);
    return numbers;
  }

  destroy(): void {
    for (const buffer of this.#free.values()) buffer.destroy();
    this.#free.clear();
  }

  #take(room: number): GPUBuffer {
    const staging = this.#free.get(room);
    this.#free.delete(room);
    return staging ?? this.#device.createBuffer({ size: room, usage: usage.mapRead | usage.copyTo });
  }
}
