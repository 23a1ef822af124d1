import { it } from "vitest";
import { createWebGpuRunner } from "../../src/webgpu/create.ts";
import { nodeGpu } from "../driver.ts";
import { runnerContract } from "../runner-contract.ts";
import { webGpuFailures } from "../webgpu-failures.ts";
import { webGpuSharing } from "../webgpu-sharing.ts";

const gpu = await nodeGpu();
if (gpu) {
  runnerContract("WebGPU in Node", () => createWebGpuRunner(gpu), 10_000);
  webGpuFailures(() => createWebGpuRunner(gpu));
  webGpuSharing();
} else it("did not run: this machine has no Vulkan driver", () => {});
