import { it } from "vitest";
import { createWebGpuRunner } from "../../src/webgpu/create.js";
import { nodeGpu } from "../../test/driver.js";
import { graphsOnDevice } from "../../test/graph/on-device.js";

const gpu = await nodeGpu();
if (gpu) graphsOnDevice("WebGPU in Node", () => createWebGpuRunner(gpu));
else it("did not run: this machine has no Vulkan driver", () => {});
