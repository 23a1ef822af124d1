import type { GpuJsMode } from "./compile.js";
import { GpuJsRunner } from "./gpujs-runner.js";
import { type GpuJsModule, loadGpuJs } from "./module.js";

/**
 * A runner of gpu.js, loaded now unless it is given. Rejects with a sentence where gpu.js is not installed or cannot run
 * in that mode.
 */
export async function createGpuJsRunner(mode: GpuJsMode, gpuJs?: GpuJsModule): Promise<GpuJsRunner> {
  return new GpuJsRunner(gpuJs ?? (await loadGpuJs()), mode);
}
