import { createWebGpuRunner } from "../../src/webgpu/create.ts";
import { runnerContract } from "../../test/runner-contract.ts";

runnerContract("WebGPU in a browser", () => createWebGpuRunner(), 10_000);
