import { describe, it, test } from "vitest";
import { createGpuJsRunner } from "../../src/gpujs/create.js";
import type { Runner } from "../../src/runner/runner.js";
import { createWebGpuRunner } from "../../src/webgpu/create.js";
import { nodeGpu } from "../driver.js";
import { allCases, expectClose, onCpu, stepsOf, titleOf } from "./oracle.js";
import { runOn } from "./run-on.js";

/** A device computes in float32 what the CPU adds up in double. */
const tolerance = 1e-5;

function onDevice(name: string, runner: Runner): void {
  describe.each(allCases)(`recipes.%s on ${name}`, (_name, cases) => {
    test("gives what the CPU does", async () => {
      for (const each of cases) {
        const wanted = onCpu(each);
        const found = await runOn(runner, stepsOf(each, wanted.shape), each.inputs);
        expectClose(found, wanted.numbers, Math.max(tolerance, each.tolerance ?? 0), titleOf(each));
      }
    });
  });
}

const gpu = await nodeGpu();
if (gpu) onDevice("WebGPU in Node", await createWebGpuRunner(gpu));
else it("did not run: this machine has no Vulkan driver", () => {});

onDevice("gpu.js's CPU mode", await createGpuJsRunner("cpu"));
