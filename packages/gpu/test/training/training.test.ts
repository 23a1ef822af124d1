import { it } from "vitest";
import { nodeGpu } from "../driver.js";
import { lossOf } from "./loss-of-device.js";
import { memoryOn } from "./memory-on-device.js";
import { optimizersOn } from "./optimizers-on-device.js";
import { webGpuDevice } from "./webgpu-device.js";

const gpu = await nodeGpu();
if (gpu) {
  const { backend } = await webGpuDevice(gpu);
  memoryOn(backend, 10_000);
  optimizersOn(backend);
  lossOf("WebGPU in Node", () => webGpuDevice(gpu));
} else it("did not run: this machine has no Vulkan driver", () => {});
