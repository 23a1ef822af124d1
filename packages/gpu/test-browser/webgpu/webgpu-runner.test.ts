import { createWebGpuRunner } from "../../src/webgpu/create.ts";
import { runnerContract } from "../../test/runner-contract.ts";
import { webGpuFailures } from "../../test/webgpu-failures.ts";
import { webGpuSharing } from "../../test/webgpu-sharing.ts";

runnerContract("WebGPU in a browser", () => createWebGpuRunner(), 10_000);
webGpuFailures(() => createWebGpuRunner());
webGpuSharing();
