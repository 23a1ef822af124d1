import { GpuBackend } from "../../../src/backend/gpu-backend.js";
import { createGpuJsRunner } from "../../../src/gpujs/create.js";
import { type GpuJs, loadGpuJs } from "../../../src/gpujs/module.js";
import { type Losable, lossOf } from "../../../test/training/loss-of-device.js";
import { memoryOn } from "../../../test/training/memory-on-device.js";
import { optimizersOn } from "../../../test/training/optimizers-on-device.js";

/** A device of WebGL 2 that can be taken away. */
async function webGl2Device(): Promise<Losable> {
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
    backend: new GpuBackend(runner),
    lose: () => made[0]?.context?.getExtension("WEBGL_lose_context")?.loseContext(),
  };
}

const { backend } = await webGl2Device();
memoryOn(backend, 1000);
optimizersOn(backend);
lossOf("WebGL 2", webGl2Device);
