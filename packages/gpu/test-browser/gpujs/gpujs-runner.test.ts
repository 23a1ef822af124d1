import { log1p, tanh } from "@outgrad/ops/intrinsics";
import { describe, expect, it, vi } from "vitest";
import { createGpuJsRunner } from "../../src/gpujs/create.ts";
import { loadGpuJs } from "../../src/gpujs/module.ts";
import { double, kernel, view } from "../../test/kernels-for-runners.ts";
import { losableWebGl2 } from "../../test/losable-webgl2.ts";
import { runnerContract } from "../../test/runner-contract.ts";

const create = () => createGpuJsRunner("webgl2");

runnerContract("WebGL2 through gpu.js", create, 10_000);

describe("GpuJsRunner on webgl2", () => {
  it("says what it runs on", async () => {
    const runner = await create();
    expect(runner.kind).toBe("webgl2");
    expect(runner.description).toMatch(/SwiftShader.*\(software\)$/);
    runner.destroy();
  });

  it("loadGpuJs() leaves the name GPU to WebGPU", async () => {
    const before = globalThis.GPU;
    const gpuJs = await loadGpuJs();
    expect(globalThis.GPU).toBe(before);
    expect(globalThis.GPU).not.toBe(gpuJs.GPU);
    expect(navigator.gpu).toBeInstanceOf(globalThis.GPU);
  });

  it("kernels call the functions of @outgrad/ops/gpu, and those each other", async () => {
    const runner = await create();
    const points = Float32Array.of(-200, -3, -1e-6, 0, 1e-30, 0.5, 3, 200);
    const calls = kernel("calls", points.length, {}, (w) => {
      const a = w.float("a", w.read(0, w.thread));
      w.result(`${w.call("tanh", a)} + ${w.call("log1p", w.call("abs", a))}`);
    });
    const numbers = await runner.read(runner.run(calls, [runner.upload(points)]));
    for (const [i, x] of points.entries()) {
      const exact = [tanh(x), log1p(Math.abs(x))] as const;
      const error = Math.abs((numbers[i] as number) - (exact[0] + exact[1]));
      expect(error).toBeLessThanOrEqual(1e-6 * (Math.abs(exact[0]) + exact[1]));
    }
    runner.destroy();
  });

  it("NaN and infinity stay what they are, there and back", async () => {
    const runner = await create();
    const odd = Float32Array.of(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1);
    const a = runner.upload(odd);
    expect(await runner.read(a)).toEqual(odd);
    expect(await runner.read(runner.run(double(4), [a]))).toEqual(odd.map((x) => 2 * x));
    runner.destroy();
  });

  it("readNow(buffer) reads at once", async () => {
    const runner = await create();
    const a = runner.run(double(3), [runner.upload(Float32Array.of(1, 2, 3))]);
    expect(runner.readNow(a)).toEqual(Float32Array.of(2, 4, 6));
    runner.destroy();
  });

  it("a kernel runs on arrays of another size than at first", async () => {
    const runner = await create();
    const [long, short] = [new Float32Array(1000).fill(1), Float32Array.of(1, 2, 3)];
    const read = async (numbers: Float32Array) =>
      runner.read(runner.run(view(2), [runner.upload(numbers)], [1, 1], [1, 0]));
    expect(await read(long)).toEqual(Float32Array.of(1, 1));
    expect(await read(short)).toEqual(Float32Array.of(2, 3));
    expect(await read(long)).toEqual(Float32Array.of(1, 1));
    runner.destroy();
  });

  it("memory: the texture of a kernel's newest result waits for its next one", async () => {
    const runner = await create();
    const a = runner.upload(new Float32Array(64));
    const b = runner.run(double(64), [a]);
    expect(runner.memory).toEqual({ buffers: 2, bytes: 512, pooled: 0, kernels: 2 });
    runner.free(b);
    expect(runner.memory).toEqual({ buffers: 1, bytes: 256, pooled: 256, kernels: 2 });
    const c = runner.run(double(64), [a]);
    const d = runner.run(double(64), [a]);
    expect(runner.memory).toEqual({ buffers: 3, bytes: 768, pooled: 0, kernels: 2 });
    runner.free(c);
    expect(runner.memory).toEqual({ buffers: 2, bytes: 512, pooled: 0, kernels: 2 });
    expect((await runner.read(d)).length).toBe(64);
    runner.destroy();
  });

  it("1,000 steps of a loop that frees what it makes hold a constant number of textures", async () => {
    const context = WebGL2RenderingContext.prototype;
    const made = vi.spyOn(context, "createTexture");
    const deleted = vi.spyOn(context, "deleteTexture");
    const runner = await create();
    let x = runner.upload(new Float32Array(100));
    const step = () => {
      const y = runner.run(double(100), [x]);
      const z = runner.run(double(100), [y]);
      const next = runner.run(view(100), [z], [0, 1], [0.25, 1]);
      for (const buffer of [x, y, z]) runner.free(buffer);
      x = next;
    };
    for (let i = 0; i < 10; i++) step();
    const live = () => made.mock.calls.length - deleted.mock.calls.length;
    const before = live();
    for (let i = 0; i < 1000; i++) step();
    expect(live()).toBe(before);
    expect(made.mock.calls.length).toBeGreaterThan(0);
    vi.restoreAllMocks();
    runner.destroy();
  });

  it("computes in float32, however small the arrays are", async () => {
    const sources = vi.spyOn(WebGL2RenderingContext.prototype, "shaderSource");
    const gpuJs = await loadGpuJs();
    (await createGpuJsRunner("webgl2", gpuJs)).destroy();
    // A GPU that has smaller numbers, too.
    const coarse = { rangeMax: 30 };
    const features = {
      ...gpuJs.WebGL2Kernel.features,
      isSpeedTacticSupported: true,
      lowFloatPrecision: coarse,
      lowIntPrecision: coarse,
    };
    const asked = vi.spyOn(gpuJs.WebGL2Kernel as { features: object }, "features", "get");
    asked.mockReturnValue(features);
    const runner = await createGpuJsRunner("webgl2", gpuJs);
    sources.mockClear();
    const a = runner.upload(Float32Array.of(1 / 3));
    expect(await runner.read(runner.run(double(1), [a]))).toEqual(Float32Array.of(2 / 3));
    const texts = sources.mock.calls.map(([, text]) => text).filter((text) => text.includes("data0"));
    expect(texts.length).toBe(2);
    for (const text of texts) {
      expect(text).toContain("precision highp float");
      expect(text).toContain("precision highp int");
    }
    vi.restoreAllMocks();
    runner.destroy();
  });

  it("refuses more arrays than a kernel takes", async () => {
    const runner = await create();
    const a = runner.upload(Float32Array.of(1));
    const inputs = Array.from({ length: 40 }, () => a);
    const wide = kernel("wide", 1, { inputs: 40 }, (w) => w.result(w.read(39, w.thread)));
    expect(() => runner.run(wide, inputs)).toThrow(
      /^A kernel of 40 arrays does not fit this GPU, which takes \d+ and the result\.$/,
    );
    runner.destroy();
  });

  it("a kernel takes as many arrays as are promised", async () => {
    const runner = await create();
    const inputs = Array.from({ length: 14 }, (_, i) => runner.upload(Float32Array.of(2 ** i)));
    const wide = kernel("wide", 1, { inputs: 14 }, (w) =>
      w.result(inputs.map((_, i) => w.read(i, w.thread)).join(" + ")),
    );
    expect(await runner.read(runner.run(wide, inputs))).toEqual(Float32Array.of(2 ** 14 - 1));
    runner.destroy();
  });

  it("refuses more numbers than float32 counts, and programs in WGSL", async () => {
    const runner = await create();
    const a = runner.upload(Float32Array.of(1));
    expect(() => runner.run(double(2 ** 24 + 1), [a])).toThrow(
      "16777217 numbers do not fit: one array on webgl2 holds at most 16777216 of them.",
    );
    const program = { key: "tiled", code: "", inputs: 1, size: 4, workgroups: [1, 1, 1] as const };
    expect(() => runner.run(program, [a])).toThrow(
      'The program "tiled" is for WebGPU and cannot run on webgl2.',
    );
    runner.destroy();
  });

  it("a kernel that does not compile is refused with its name", async () => {
    const runner = await create();
    const wrong = kernel("wrong", 4, {}, (w) => w.result("og_nothing(1.0)"));
    expect(() => runner.run(wrong, [runner.upload(new Float32Array(4))])).toThrow(
      /^The GPU refuses the kernel "wrong 4": .+\.$/,
    );
    runner.destroy();
  });

  it("refuses gpu.js when it falls back to its CPU", async () => {
    const gpuJs = await loadGpuJs();
    class OnTheCpu extends gpuJs.GPU {
      constructor() {
        super({ mode: "cpu" });
      }
    }
    await expect(createGpuJsRunner("webgl2", { ...gpuJs, GPU: OnTheCpu })).rejects.toThrow(
      'gpu.js did not run the kernel "probe" on webgl2 but on its CPU: it does not say why.',
    );
  });

  it("a lost context is told by `lost` and by all that is asked of it", async () => {
    const { runner, lose } = await losableWebGl2();
    const a = runner.upload(Float32Array.of(1, 2));
    lose();
    const said = "The GPU device is lost: the browser took the WebGL context away.";
    await expect(runner.read(a)).rejects.toThrow(said);
    expect(await runner.lost).toContain(said);
    expect(() => runner.run(double(2), [a])).toThrow(said);
    runner.free(a);
    runner.destroy();
  });

  it("destroy() is no loss", async () => {
    const gpuJs = await loadGpuJs();
    let ended: Promise<void> | undefined;
    class Recorded extends gpuJs.GPU {
      override destroy() {
        ended = super.destroy();
        return ended;
      }
    }
    const runner = await createGpuJsRunner("webgl2", { ...gpuJs, GPU: Recorded });
    runner.destroy();
    await ended;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await Promise.race([runner.lost, Promise.resolve("not lost")])).toBe("not lost");
  });
});
