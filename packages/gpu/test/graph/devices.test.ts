import { it } from "vitest";
import { createGpuJsRunner } from "../../src/gpujs/create.js";
import { createWebGpuRunner } from "../../src/webgpu/create.js";
import { nodeGpu } from "../driver.js";
import { graphsOnDevice } from "./on-device.js";

graphsOnDevice("gpu.js's CPU mode", () => createGpuJsRunner("cpu"));

const gpu = await nodeGpu();
if (gpu) graphsOnDevice("WebGPU in Node", () => createWebGpuRunner(gpu));
else it("did not run: this machine has no Vulkan driver", () => {});
