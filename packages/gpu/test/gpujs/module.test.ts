import { expect, it, vi } from "vitest";
import { createGpuJsRunner } from "../../src/gpujs/create.ts";

vi.mock("gpu.js", () => {
  throw new Error("Cannot find package 'gpu.js'");
});

it("createGpuJsRunner(mode) says how to add gpu.js where it is not installed", async () => {
  await expect(createGpuJsRunner("cpu")).rejects.toThrow(
    /^gpu\.js is not here: .+ Add it with `npm install gpu\.js`/s,
  );
});
