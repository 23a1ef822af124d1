import { createGpuJsRunner } from "../../src/gpujs/create.ts";
import { runnerContract } from "../../test/runner-contract.ts";

runnerContract("WebGL2 through gpu.js", () => createGpuJsRunner("webgl2"), 2000);
