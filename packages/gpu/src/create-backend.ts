import { checkOptions } from "@outgrad/engine";
import { type Backend, cpu } from "@outgrad/engine/backend";
import { AutoBackend } from "./backend/auto-backend.js";
import { type Crossover, type Measured, measureCrossover } from "./backend/crossover.js";
import { GpuBackend } from "./backend/gpu-backend.js";
import { selfTest } from "./backend/self-test.js";
import { createGpuJsRunner } from "./gpujs/create.js";
import type { GpuJsModule } from "./gpujs/module.js";
import type { Runner, RunnerMemory } from "./runner/runner.js";
import { createSharedWebGpuRunner, createWebGpuRunner } from "./webgpu/create.js";

const kinds = ["webgpu", "webgl2", "headlessgl"] as const;

/** A way to a GPU. */
export type GpuKind = (typeof kinds)[number];

/** WebGPU's entry point, `GPU` in its own types, which not everybody has. */
export interface WebGpu {
  requestAdapter(options?: object): Promise<unknown>;
}

/** Options of `createBackend`. */
export interface BackendOptions {
  /**
   * "auto" by default: WebGPU, else WebGL 2, else the CPU, and of each op what is faster. Another one is used for
   * everything, or refused with the reason.
   */
  readonly prefer?: "auto" | GpuKind;
  /** WebGPU, where it is not navigator.gpu: in Node what `create([])` of the package webgpu gives. */
  readonly gpu?: WebGpu;
  /** gpu.js, if it is loaded already. With it WebGPU computes on gpu.js's own device: see `toGpuJs`. */
  readonly gpuJs?: object;
}

/** What createBackend has found, and why it chose what it chose. */
export interface Decision {
  /** What computes what is large enough. */
  readonly kind: GpuKind | "cpu";
  readonly description: string;
  /** In a sentence. */
  readonly why: string;
  /** What else was tried, and why it is not used. */
  readonly refused: readonly { readonly kind: GpuKind; readonly reason: string }[];
  /** From which size on an op on numbers of the CPU goes to the GPU: 0 where everything does. */
  readonly crossover: Crossover;
  /** The times behind the crossover; empty where nothing was measured. */
  readonly measured: readonly Measured[];
}

/** A backend, and how it was chosen. */
export interface ChosenBackend extends Backend {
  readonly decision: Decision;
  /** How many buffers there are on the device, and how large they are: constant in a training loop of scopes. */
  readonly memory: RunnerMemory;
  /** Resolves with a sentence when the device is lost; then a new backend goes on from the last checkpoint. */
  readonly lost: Promise<string>;
  /** Frees everything on the device. Tensors that are kept there cannot be used any more. */
  destroy(): void;
}

const everything: Crossover = { elementwise: 0, matmul: 0 };
const nothing: Crossover = { elementwise: Number.POSITIVE_INFINITY, matmul: Number.POSITIVE_INFINITY };

/**
 * A backend on the GPU for `useBackend` and `t.to(backend)`. It has computed what is known beforehand, and was refused if it
 * did so wrongly; it never computes on the CPU in secret: `decision` says what computes what, and why.
 *
 * With prefer "auto" it measures, once and at a few sizes, from which size on the GPU is faster than the CPU for numbers that
 * come from there, and leaves smaller ops to the CPU. Where there is no GPU it is the CPU, and `decision` has the reasons.
 *
 * @example
 * const backend = await createBackend();
 * useBackend(backend);
 * const t = tensor([1, 2], { dtype: "float32" }).mul(2);
 * Array.from(await t.read()) // => [2, 4]
 *
 * @throws Error with the reason, if what is preferred is not there or fails; TypeError for options that there are not.
 */
export async function createBackend(options: BackendOptions = {}): Promise<ChosenBackend> {
  checkOptions("createBackend", options, ["prefer", "gpu", "gpuJs"]);
  const { prefer = "auto" } = options;
  if (prefer !== "auto") {
    if (!kinds.includes(prefer)) {
      throw new TypeError(
        `createBackend: prefer is "auto", "webgpu", "webgl2" or "headlessgl", got ${JSON.stringify(prefer)}.`,
      );
    }
    const backend = await proven(prefer, options, (runner) => new GpuBackend(runner)).catch(
      (error: Error) => {
        throw new Error(`createBackend: ${prefer} cannot be used. ${error.message}`);
      },
    );
    const { description } = backend;
    const why = `${prefer} was asked for.`;
    return chosen(backend, {
      kind: prefer,
      description,
      why,
      refused: [],
      crossover: everything,
      measured: [],
    });
  }
  const refused: Decision["refused"][number][] = [];
  // headless-gl is only for those who ask for it.
  for (const kind of ["webgpu", "webgl2"] as const) {
    try {
      const backend = await proven(kind, options, (runner) => new AutoBackend(runner));
      return await measured(backend, kind, refused);
    } catch (error) {
      refused.push({ kind, reason: (error as Error).message });
    }
  }
  const why = "There is no GPU that can be used.";
  return onCpu({ kind: "cpu", description: "the CPU", why, refused, crossover: nothing, measured: [] });
}

/** The CPU, in the dtype that a GPU would have: a program does not compute otherwise where there is none. */
const onCpu = (decision: Decision): ChosenBackend => ({
  ...cpu,
  dtype: "float32",
  decision,
  memory: { buffers: 0, bytes: 0, pooled: 0, kernels: 0 },
  lost: new Promise(() => {}),
  destroy() {},
});

/** A backend that has passed its self-test. */
async function proven<B extends GpuBackend>(
  kind: GpuKind,
  options: BackendOptions,
  over: (runner: Runner) => B,
): Promise<B> {
  const runner = await runnerOf(kind, options);
  try {
    const backend = over(runner);
    await selfTest(backend);
    return backend;
  } catch (error) {
    runner.destroy();
    throw error;
  }
}

async function runnerOf(kind: GpuKind, { gpu, gpuJs }: BackendOptions): Promise<Runner> {
  const module = gpuJs as GpuJsModule | undefined;
  if (kind !== "webgpu") return createGpuJsRunner(kind, module);
  return module ? createSharedWebGpuRunner(module) : createWebGpuRunner(gpu as GPU | undefined);
}

async function measured(
  backend: AutoBackend,
  kind: GpuKind,
  refused: Decision["refused"],
): Promise<ChosenBackend> {
  const { crossover, measured } = await measureCrossover(backend);
  const { description } = backend;
  const found = { description, refused, crossover, measured };
  if (Math.min(crossover.elementwise, crossover.matmul) === Number.POSITIVE_INFINITY) {
    backend.destroy();
    const why = `${kind} works on ${description}, but the CPU was faster at every size that was tried.`;
    return onCpu({ ...found, kind: "cpu", description: "the CPU", why });
  }
  backend.crossover = crossover;
  const why = `${kind} is the first that works, and faster than the CPU from the crossover on.`;
  return chosen(backend, { kind, why, ...found });
}

const chosen = (backend: GpuBackend, decision: Decision): ChosenBackend =>
  Object.assign(backend, { decision });
