import { cpu, tensor, useBackend } from "@outgrad/engine";
import { afterEach, describe, expect, it } from "vitest";
import { createBackend } from "../../src/index.ts";

afterEach(() => {
  useBackend(cpu);
});

describe("createBackend in a browser", () => {
  it.each(["webgpu", "webgl2"] as const)("prefer %s computes there and nowhere else", async (prefer) => {
    const backend = await createBackend({ prefer });
    expect(backend.name).toBe(prefer);
    expect(backend.decision).toMatchObject({ kind: prefer, refused: [], measured: [] });
    useBackend(backend);
    const t = tensor([[1, 2]]).matmul(tensor([[3], [4]]));
    expect(t.backend).toBe(backend);
    expect(await t.read()).toEqual(Float32Array.of(11));
    backend.destroy();
  });

  it("auto measures, says what it chose and why, and what was refused", async () => {
    const { decision, ...backend } = await createBackend();
    expect(`${decision.description} ${decision.why}`).toMatch(/software/);
    expect(decision.why).toMatch(/webgpu/);
    expect(decision.measured.length).toBeGreaterThan(1);
    backend.destroy?.();
  });

  it("goes on to WebGL 2 where there is no WebGPU, with the reason", async () => {
    const gpu = { requestAdapter: async () => null } as unknown as GPU;
    const { decision } = await createBackend({ gpu });
    expect(decision.refused).toEqual([{ kind: "webgpu", reason: expect.stringContaining("no adapter") }]);
    expect(decision.why).toMatch(/webgl2/);
  });
});
