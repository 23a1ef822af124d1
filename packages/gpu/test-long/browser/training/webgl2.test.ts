import { GpuBackend } from "../../../src/backend/gpu-backend.js";
import { losableWebGl2 } from "../../../test/losable-webgl2.js";
import { type Losable, lossOf } from "../../../test/training/loss-of-device.js";
import { memoryOn } from "../../../test/training/memory-on-device.js";
import { optimizersOn } from "../../../test/training/optimizers-on-device.js";

/** A device of WebGL 2 that can be taken away. */
async function webGl2Device(): Promise<Losable> {
  const { runner, lose } = await losableWebGl2();
  return { backend: new GpuBackend(runner), lose };
}

const { backend } = await webGl2Device();
memoryOn(backend, 1000);
optimizersOn(backend);
lossOf("WebGL 2", webGl2Device);
