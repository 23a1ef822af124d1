import { cpu, tensor, useBackend } from "@outgrad/engine";
import { afterEach, describe, expect, it } from "vitest";
import { createBackend } from "../../src/index.js";
import { nodeGpu } from "../driver.js";

afterEach(() => {
  useBackend(cpu);
});

describe("createBackend", () => {
  it("refuses options and preferences that there are not, in a sentence", async () => {
    await expect(createBackend({ prefer: "cuda" as never })).rejects.toThrow(
      'createBackend: prefer is "auto", "webgpu", "webgl2" or "headlessgl", got "cuda".',
    );
    await expect(createBackend({ perfer: "webgpu" } as never)).rejects.toThrow("prefer");
  });

  it("says why a GPU cannot be used: webgl2 in Node, headlessgl without the package gl", async () => {
    await expect(createBackend({ prefer: "webgl2" })).rejects.toThrow(
      "createBackend: webgl2 cannot be used. gpu.js does not run on webgl2 here.",
    );
    await expect(createBackend({ prefer: "headlessgl" })).rejects.toThrow("It needs the package gl");
  });

  it("of a WebGPU without adapter gives the CPU for auto, and says why", async () => {
    const gpu = { requestAdapter: async () => null } as unknown as GPU;
    const backend = await createBackend({ gpu });
    expect([backend.name, backend.decision.kind]).toEqual(["cpu", "cpu"]);
    expect(backend.decision.refused.map(({ kind }) => kind)).toEqual(["webgpu", "webgl2"]);
    expect(backend.decision.refused[0]?.reason).toContain("no adapter");
    useBackend(backend);
    const t = tensor([1, 2]);
    expect(t.dtype).toBe("float32");
    expect(await t.mul(2).read()).toEqual(Float32Array.of(2, 4));
    await expect(createBackend({ prefer: "webgpu", gpu })).rejects.toThrow("no adapter");
  });
});

const gpu = await nodeGpu();

describe.runIf(gpu !== undefined)("createBackend on WebGPU in Node", () => {
  it("computes everything on the device that was asked for", async () => {
    const backend = await createBackend({ prefer: "webgpu", gpu: gpu as GPU });
    expect(backend.name).toBe("webgpu");
    expect(backend.decision).toMatchObject({ kind: "webgpu", crossover: { elementwise: 0, matmul: 0 } });
    useBackend(backend);
    const t = tensor([[1, 2]]).add(1);
    expect(t.backend).toBe(backend);
    expect(() => t.toArray()).toThrow("await t.read() first");
    expect(await t.read()).toEqual(Float32Array.of(2, 3));
    expect(t.toArray()).toEqual([[2, 3]]);
    backend.destroy();
  });

  it("measures for auto from which size on the GPU is faster, and leaves the rest to the CPU", async () => {
    const backend = await createBackend({ gpu: gpu as GPU });
    const { decision } = backend;
    expect(decision.measured.length).toBeGreaterThan(1);
    for (const { cpu, gpu } of decision.measured) expect(Math.min(cpu, gpu)).toBeGreaterThan(0);
    useBackend(backend);
    const small = tensor([1, 2]).mul(3);
    expect(await small.read()).toEqual(Float32Array.of(3, 6));
    if (decision.kind === "cpu") expect(backend.name).toBe("cpu");
    else if (decision.crossover.elementwise > 0) expect(small.backend).toBe(cpu);
    backend.destroy();
  });

  it("refuses a device that computes wrongly", async () => {
    const lying = new Proxy(gpu as GPU, {
      get: (target, name) => {
        if (name !== "requestAdapter") return Reflect.get(target, name);
        return async () => {
          const adapter = (await target.requestAdapter()) as GPUAdapter;
          return new Proxy(adapter, {
            get: (inner, key) => {
              if (key !== "requestDevice") return Reflect.get(inner, key);
              return async () => {
                const device = await inner.requestDevice();
                const create = device.createShaderModule.bind(device);
                device.createShaderModule = ({ code }) => create({ code: code.replaceAll(" * ", " + ") });
                return device;
              };
            },
          });
        };
      },
    });
    await expect(createBackend({ prefer: "webgpu", gpu: lying })).rejects.toThrow(
      /createBackend: webgpu cannot be used\. webgpu on .* computes .* wrongly: .* instead of/,
    );
  });
});

if (gpu === undefined) it("did not run on WebGPU: this machine has no Vulkan driver", () => {});
