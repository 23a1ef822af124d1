import { requestDevice } from "./device.js";
import { WebGpuRunner } from "./webgpu-runner.js";

/**
 * A runner on a WebGPU device of its own, of `gpu` or of navigator.gpu. Rejects with a sentence where there is no WebGPU
 * or no adapter.
 */
export async function createWebGpuRunner(gpu?: GPU): Promise<WebGpuRunner> {
  return new WebGpuRunner(await requestDevice(gpu ?? globalThis.navigator?.gpu), true);
}
