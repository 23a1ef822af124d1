import { createGpuJsRunner } from "../src/gpujs/create.js";
import type { GpuJsRunner } from "../src/gpujs/gpujs-runner.js";
import { type GpuJs, loadGpuJs } from "../src/gpujs/module.js";

/** A runner on WebGL 2 whose context can be taken away. */
export async function losableWebGl2(): Promise<{ readonly runner: GpuJsRunner; lose(): void }> {
  const gpuJs = await loadGpuJs();
  const made: GpuJs[] = [];
  class Recorded extends gpuJs.GPU {
    constructor(settings: { mode: string }) {
      super(settings);
      made.push(this as unknown as GpuJs);
    }
  }
  const runner = await createGpuJsRunner("webgl2", { ...gpuJs, GPU: Recorded });
  return {
    runner,
    lose: () => made[0]?.context?.getExtension("WEBGL_lose_context")?.loseContext(),
  };
}
