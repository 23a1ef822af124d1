import { it } from "vitest";
import { nodeGpu } from "../../test/driver.js";
import { lossOf } from "../../test/training/loss-of-device.js";
import { memoryOn } from "../../test/training/memory-on-device.js";
import { optimizersOn } from "../../test/training/optimizers-on-device.js";
import { webGpuDevice } from "../../test/training/webgpu-device.js";

const gpu = await nodeGpu();
if (gpu) {
  const { backend } = await webGpuDevice(gpu);
  memoryOn(backend, 10_000);
  optimizersOn(backend);
  lossOf("WebGPU in Node", () => webGpuDevice(gpu));
} else it("did not run: this machine has no Vulkan driver", () => {});
