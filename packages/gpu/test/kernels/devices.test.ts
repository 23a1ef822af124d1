import { it } from "vitest";
import { createGpuJsRunner } from "../../src/gpujs/create.js";
import { createWebGpuRunner } from "../../src/webgpu/create.js";
import { nodeGpu } from "../driver.js";
import { onDevice } from "./on-device.js";

const gpu = await nodeGpu();
if (gpu) onDevice("WebGPU in Node", await createWebGpuRunner(gpu));
else it("did not run: this machine has no Vulkan driver", () => {});

onDevice("gpu.js's CPU mode", await createGpuJsRunner("cpu"));
