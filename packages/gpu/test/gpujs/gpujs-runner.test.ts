import { createGpuJsRunner } from "../../src/gpujs/create.ts";
import { runnerContract } from "../runner-contract.ts";

runnerContract("gpu.js's CPU mode", () => createGpuJsRunner("cpu"), 10_000);
