import { GpuBackend } from "../../src/backend/gpu-backend.js";
import { createWebGpuRunner } from "../../src/webgpu/create.js";
import type { Losable } from "./loss-of-device.js";

/** A device of WebGPU that can be taken away. */
export async function webGpuDevice(gpu?: GPU): Promise<Losable> {
  const runner = await createWebGpuRunner(gpu);
  return { backend: new GpuBackend(runner), lose: () => runner.device.destroy() };
}
