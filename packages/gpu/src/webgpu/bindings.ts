import type { Block } from "./blocks.js";
import type { Layout } from "./layouts.js";

const most = 8192;

/**
 * Groups of bindings. Making one costs more than all else about a run, and a loop that frees what it makes gets the same
 * blocks again at each turn, so they are kept.
 */
export class Bindings {
  readonly #device: GPUDevice;
  readonly #given: GPUBuffer;
  readonly #known = new Map<string, GPUBindGroup>();

  /** `given` is the uniform buffer of the numbers that kernels are given. */
  constructor(device: GPUDevice, given: GPUBuffer) {
    this.#device = device;
    this.#given = given;
  }

  of(layout: Layout, inputs: readonly Block[], result: Block): GPUBindGroup {
    let key = `${layout.id}:${result.id}`;
    for (const { id } of inputs) key += `,${id}`;
    let group = this.#known.get(key);
    if (group === undefined) {
      if (this.#known.size >= most) this.clear();
      group = this.#create(layout, inputs, result);
      this.#known.set(key, group);
    }
    return group;
  }

  /** Forgets all of them: they hold on to blocks. */
  clear(): void {
    this.#known.clear();
  }

  #create({ groupLayout, given }: Layout, inputs: readonly Block[], result: Block): GPUBindGroup {
    const buffers: GPUBufferBinding[] = [...inputs, result].map(({ buffer }) => ({ buffer }));
    if (given > 0) buffers.push({ buffer: this.#given, size: given });
    return this.#device.createBindGroup({
      layout: groupLayout,
      entries: buffers.map((resource, binding) => ({ binding, resource })),
    });
  }
}
