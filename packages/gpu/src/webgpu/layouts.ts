import { tooManyInputs } from "../runner/refusals.js";
import { inCompute } from "./flags.js";

/** How the buffers of a kernel are bound: the inputs, the result and, if it is given numbers, those. */
export interface Layout {
  readonly id: number;
  readonly groupLayout: GPUBindGroupLayout;
  readonly pipelineLayout: GPUPipelineLayout;
  /** Bytes of the given numbers, a multiple of 256 as their places in a uniform buffer must be; 0 for none. */
  readonly given: number;
}

/** Bytes that so many given numbers take in a uniform buffer. */
export const givenBytes = (numbers: number): number => Math.ceil((numbers * 4) / 256) * 256;

/**
 * The layouts that kernels need. They are stated, not derived from the code: a kernel may leave an input unread, and
 * kernels with as many inputs share their groups of bindings.
 */
export class Layouts {
  readonly #device: GPUDevice;
  readonly #known = new Map<string, Layout>();

  constructor(device: GPUDevice) {
    this.#device = device;
  }

  of(inputs: number, given: number): Layout {
    const key = `${inputs} ${given}`;
    let layout = this.#known.get(key);
    if (layout === undefined) {
      layout = this.#create(inputs, given);
      this.#known.set(key, layout);
    }
    return layout;
  }

  #create(inputs: number, given: number): Layout {
    const most = this.#device.limits.maxStorageBuffersPerShaderStage;
    if (inputs + 1 > most) throw tooManyInputs(inputs, most - 1);
    const buffers: GPUBufferBindingLayout[] = [
      ...Array.from({ length: inputs }, () => ({ type: "read-only-storage" as const })),
      { type: "storage" },
      ...(given > 0 ? [{ type: "uniform" as const, hasDynamicOffset: true }] : []),
    ];
    const groupLayout = this.#device.createBindGroupLayout({
      entries: buffers.map((buffer, binding) => ({ binding, visibility: inCompute, buffer })),
    });
    const pipelineLayout = this.#device.createPipelineLayout({ bindGroupLayouts: [groupLayout] });
    return { id: this.#known.size, groupLayout, pipelineLayout, given };
  }
}
