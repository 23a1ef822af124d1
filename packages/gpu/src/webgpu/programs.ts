import type { Kernel } from "../kernel/kernel.js";
import { toWgsl, workgroupSize, workgroupsInARow } from "../kernel/wgsl.js";
import { firstLine } from "../runner/first-line.js";
import type { WgslProgram } from "../wgsl/program.js";
import type { Failures } from "./failures.js";
import { givenBytes, type Layout, type Layouts } from "./layouts.js";

/** A compiled kernel. */
export interface Program {
  readonly pipeline: GPUComputePipeline;
  readonly layout: Layout;
  /** Numbers before the other numbers it is given: the whole ones, in rows of four. */
  readonly floatsAt: number;
  readonly workgroups: readonly [x: number, y: number, z: number];
}

/** Compiles each kernel once. */
export class Programs {
  readonly #device: GPUDevice;
  readonly #layouts: Layouts;
  readonly #failures: Failures;
  readonly #kernels = new Map<string, Program>();
  readonly #wgsl = new Map<string, Program>();

  constructor(device: GPUDevice, layouts: Layouts, failures: Failures) {
    this.#device = device;
    this.#layouts = layouts;
    this.#failures = failures;
  }

  get count(): number {
    return this.#kernels.size + this.#wgsl.size;
  }

  /** The kernel, compiled; `work` is the number of the run that asks for it. */
  of(kernel: Kernel | WgslProgram, work: number): Program {
    const known = "write" in kernel ? this.#kernels : this.#wgsl;
    let program = known.get(kernel.key);
    if (program === undefined) {
      program = "write" in kernel ? this.#fromKernel(kernel, work) : this.#fromWgsl(kernel, work);
      known.set(kernel.key, program);
    }
    // Programs of one text may be run on more or less.
    return "write" in kernel || program.workgroups === kernel.workgroups
      ? program
      : { ...program, workgroups: kernel.workgroups };
  }

  #fromKernel(kernel: Kernel, work: number): Program {
    const floatsAt = Math.ceil(kernel.ints / 4) * 4;
    const layout = this.#layouts.of(kernel.inputs, givenBytes(floatsAt + kernel.floats));
    const groups = Math.ceil(kernel.size / workgroupSize);
    return {
      pipeline: this.#compile(kernel.key, toWgsl(kernel), layout, work),
      layout,
      floatsAt,
      workgroups: [Math.min(groups, workgroupsInARow), Math.ceil(groups / workgroupsInARow), 1],
    };
  }

  #fromWgsl({ key, code, inputs, ints = 0, workgroups }: WgslProgram, work: number): Program {
    const layout = this.#layouts.of(inputs, givenBytes(ints));
    return { pipeline: this.#compile(key, code, layout, work), layout, floatsAt: 0, workgroups };
  }

  #compile(key: string, code: string, { pipelineLayout }: Layout, work: number): GPUComputePipeline {
    const device = this.#device;
    device.pushErrorScope("validation");
    const module = device.createShaderModule({ code, label: key });
    const pipeline = device.createComputePipeline({
      label: key,
      layout: pipelineLayout,
      compute: { module, entryPoint: "main" },
    });
    this.#failures.watch(work, device.popErrorScope(), async (error) => {
      // Some browsers do not have it, and a lost device does not answer.
      const info = await module.getCompilationInfo?.().catch(() => undefined);
      const first = info?.messages.find(({ type }) => type === "error");
      const why = first ? `line ${first.lineNum}: ${firstLine(first.message)}` : firstLine(error.message);
      return `The GPU refuses the kernel "${key}": ${why}.`;
    });
    return pipeline;
  }
}
