import { Tensor } from "@outgrad/engine";
import type { Backend } from "@outgrad/engine/backend";
import { GpuBackend } from "./backend/gpu-backend.js";
import type { GpuJsBuffer } from "./gpujs/module.js";
import { SharedWebGpuRunner } from "./webgpu/shared-webgpu-runner.js";

/** A result of gpu.js's mode "webgpu", which its kernels take as an argument. */
export interface GpuJsResult {
  /** Its sizes, the innermost first. */
  readonly output: readonly number[];
  toArray(): Promise<unknown>;
  delete(): void;
}

/**
 * The numbers of a Tensor as an argument for kernels of gpu.js in its mode "webgpu", without a copy, where the backend was
 * created with `prefer: "webgpu"` and `gpuJs`: an array of the Tensor's dims, up to three. It is good as long as the Tensor
 * is.
 *
 * @throws TypeError if the Tensor is not on such a backend; RangeError for more than three dims.
 */
export function toGpuJs(t: Tensor): GpuJsResult {
  const { backend } = t;
  const runner = sharedRunner("toGpuJs", backend);
  return runner.toGpuJs((backend as GpuBackend).bufferOf(t.numbers), t.shape.length === 0 ? [1] : t.shape);
}

/**
 * A result of gpu.js's mode "webgpu" as a leaf of a backend that was created with `prefer: "webgpu"` and `gpuJs`, without a
 * copy. The kernel must be `pipeline` and `immutable`, else its next call writes over the numbers.
 *
 * @throws TypeError for another backend, or what is no such result.
 */
export function fromGpuJs(backend: Backend, result: GpuJsResult): Tensor {
  const runner = sharedRunner("fromGpuJs", backend);
  const buffer = runner.fromGpuJs(result as GpuJsBuffer);
  return new Tensor((backend as GpuBackend).keep(buffer, result.output.toReversed()));
}

function sharedRunner(where: string, backend: Backend): SharedWebGpuRunner {
  if (backend instanceof GpuBackend && backend.runner instanceof SharedWebGpuRunner) return backend.runner;
  throw new TypeError(
    `${where}: gpu.js shares arrays with a backend of createBackend({ prefer: "webgpu", gpuJs }) only, and this one is ` +
      `${backend?.name ?? String(backend)}.`,
  );
}
