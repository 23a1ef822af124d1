import type { GpuJsModule } from "../gpujs/module.js";
import { requestDevice } from "./device.js";
import { SharedWebGpuRunner } from "./shared-webgpu-runner.js";
import { WebGpuRunner } from "./webgpu-runner.js";

/**
 * A runner on a WebGPU device of its own, of `gpu` or of navigator.gpu. Rejects with a sentence where there is no WebGPU
 * or no adapter.
 */
export async function createWebGpuRunner(gpu?: GPU): Promise<WebGpuRunner> {
  return new WebGpuRunner(await requestDevice(gpu ?? globalThis.navigator?.gpu), true);
}

/** A runner on gpu.js's own WebGPU device. Rejects with gpu.js's sentence where it finds none. */
export async function createSharedWebGpuRunner(gpuJs: GpuJsModule): Promise<SharedWebGpuRunner> {
  return new SharedWebGpuRunner(gpuJs, await gpuJs.WebGPUContext.acquire());
}
