/**
 * Computes outgrad's Tensors on the GPU: on WebGPU, on WebGL 2 through gpu.js, and scalar programs as one kernel.
 * @packageDocumentation
 */
export { scope } from "@outgrad/engine";
export type { Crossover, Measured } from "./backend/crossover.js";
export {
  type BackendOptions,
  type ChosenBackend,
  createBackend,
  type Decision,
  type GpuKind,
  type WebGpu,
} from "./create-backend.js";
export type { Batch } from "./graph/batch.js";
export { type CompiledOnGpu, type CompileOnGpuOptions, compileOnGpu } from "./graph/compile-on-gpu.js";
export type { RunnerMemory } from "./runner/runner.js";
export { fromGpuJs, type GpuJsResult, toGpuJs } from "./share.js";
