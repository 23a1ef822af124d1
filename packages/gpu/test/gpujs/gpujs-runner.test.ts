import { describe, expect, it } from "vitest";
import { createGpuJsRunner } from "../../src/gpujs/create.ts";
import { runnerContract } from "../runner-contract.ts";

runnerContract("gpu.js's CPU mode", () => createGpuJsRunner("cpu"), 10_000);

describe("createGpuJsRunner(mode)", () => {
  it("says what is missing for a mode that this machine cannot run", async () => {
    await expect(createGpuJsRunner("webgl2")).rejects.toThrow(
      "gpu.js does not run on webgl2 here. It needs a browser that has WebGL 2 and can draw numbers with it; in Node there is none.",
    );
    await expect(createGpuJsRunner("headlessgl")).rejects.toThrow(
      "gpu.js does not run on headlessgl here. It needs the package gl (`npm install gl`) and a graphics driver.",
    );
  });

  it("says that its CPU mode is software", async () => {
    const runner = await createGpuJsRunner("cpu");
    expect(runner.description).toBe("gpu.js's CPU mode, one thread of JavaScript (software)");
  });
});
