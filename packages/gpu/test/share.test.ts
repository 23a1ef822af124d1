import { cpu, tensor, useBackend } from "@outgrad/engine";
import { afterEach, describe, expect, it } from "vitest";
import { loadGpuJs } from "../src/gpujs/module.js";
import { createBackend, fromGpuJs, type GpuJsResult, toGpuJs } from "../src/index.js";
import { nodeGpu } from "./driver.js";

interface GpuJs {
  createKernel(text: string, settings: object): (...args: unknown[]) => Promise<GpuJsResult>;
}

const gpu = await nodeGpu();
if (gpu === undefined) it("did not run: this machine has no Vulkan driver", () => {});

afterEach(() => {
  useBackend(cpu);
});

describe.runIf(gpu !== undefined)("with gpu.js on one device", () => {
  it("toGpuJs(t) is an argument of its kernels, and fromGpuJs(backend, result) a leaf, both without a copy", async () => {
    const gpuJs = await loadGpuJs();
    const backend = await createBackend({ prefer: "webgpu", gpuJs });
    useBackend(backend);
    const t = tensor([
      [1, 2, 3],
      [4, 5, 6],
    ]).mul(2);
    const theirs = new gpuJs.GPU({ mode: "webgpu" }) as unknown as GpuJs;
    const turn = theirs.createKernel("function (a) { return a[this.thread.x][this.thread.y] + 1; }", {
      output: [2, 3],
      pipeline: true,
      immutable: true,
    });
    const back = fromGpuJs(backend, await turn(toGpuJs(t)));
    expect(back.shape).toEqual([3, 2]);
    const y = back.add(0.5);
    expect(y.backend).toBe(backend);
    expect(await y.read()).toEqual(Float32Array.of(3.5, 9.5, 5.5, 11.5, 7.5, 13.5));
    const lone = await createBackend({ prefer: "webgpu", gpu: gpu as GPU });
    expect(() => toGpuJs(tensor([1]).to(lone))).toThrow("toGpuJs: gpu.js shares arrays with a backend of");
    expect(() => fromGpuJs(cpu, undefined as never)).toThrow("this one is cpu");
    lone.destroy();
    backend.destroy();
  });
});
