import { it } from "vitest";
import { createWebGpuRunner } from "../../src/webgpu/create.js";
import { nodeGpu } from "../../test/driver.js";
import { wgslOnDevice } from "../../test/wgsl/on-device.js";

const gpu = await nodeGpu();
if (gpu) wgslOnDevice("WebGPU in Node", await createWebGpuRunner(gpu));
else it("did not run: this machine has no Vulkan driver", () => {});
