import { it } from "vitest";
import { GpuBackend } from "../../src/backend/gpu-backend.js";
import { createGpuJsRunner } from "../../src/gpujs/create.js";
import { createBackend } from "../../src/index.js";
import { nodeGpu } from "../driver.js";
import { silentAnswers } from "../silent-answers.js";

const gpu = await nodeGpu();
if (gpu) silentAnswers("webgpu in Node", () => createBackend({ prefer: "webgpu", gpu }));
else it("did not run on WebGPU: this machine has no Vulkan driver", () => {});

silentAnswers("gpu.js's CPU mode", async () => new GpuBackend(await createGpuJsRunner("cpu")));
