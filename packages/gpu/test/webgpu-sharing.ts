import { describe, expect, it } from "vitest";
import { type GpuJsBuffer, loadGpuJs } from "../src/gpujs/module.ts";
import { createSharedWebGpuRunner } from "../src/webgpu/create.ts";
import { double } from "./kernels-for-runners.ts";

/** A kernel of gpu.js on WebGPU: it always answers later. */
type Kernel = (...args: unknown[]) => Promise<GpuJsBuffer>;

/** Arrays that go between this package's kernels and those of gpu.js on its own device. */
export function webGpuSharing(): void {
  describe("createSharedWebGpuRunner(gpuJs)", async () => {
    const gpuJs = await loadGpuJs();

    const setUp = async () => {
      const gpu = new gpuJs.GPU({ mode: "webgpu" });
      const kernel = (text: string, output: number[], immutable = true) =>
        gpu.createKernel(text, { output, pipeline: true, immutable }) as unknown as Kernel;
      return { gpu, kernel, runner: await createSharedWebGpuRunner(gpuJs) };
    };

    it("toGpuJs(buffer, [rows, columns]) is an argument of a kernel of gpu.js, and reads in rows", async () => {
      const { gpu, kernel, runner } = await setUp();
      const a = runner.upload(Float32Array.of(1, 2, 3, 4, 5, 6));
      const b = runner.run(double(6), [a]);
      const shared = runner.toGpuJs(b, [2, 3]);
      expect(await shared.toArray()).toEqual([Float32Array.of(2, 4, 6), Float32Array.of(8, 10, 12)]);
      const transposed = kernel("function (x) { return x[this.thread.x][this.thread.y] + 1.0; }", [2, 3]);
      const result = await transposed(shared);
      expect(await result.toArray()).toEqual([
        Float32Array.of(3, 9),
        Float32Array.of(5, 11),
        Float32Array.of(7, 13),
      ]);
      shared.delete();
      expect(await runner.read(b)).toEqual(Float32Array.of(2, 4, 6, 8, 10, 12));
      runner.destroy();
      await gpu.destroy();
    });

    it("fromGpuJs(result) is an input of a kernel here, also after gpu.js has deleted it", async () => {
      const { gpu, kernel, runner } = await setUp();
      const count = kernel("function (start) { return this.thread.x + start; }", [5]);
      const first = await count(10);
      const a = runner.fromGpuJs(first);
      expect(a.size).toBe(5);
      first.delete();
      await count(20);
      await count(30);
      const b = runner.run(double(5), [a]);
      expect(await runner.read(b)).toEqual(Float32Array.of(20, 22, 24, 26, 28));
      expect(runner.memory.buffers).toBe(2);
      runner.free(a);
      runner.free(b);
      expect(runner.memory).toMatchObject({ buffers: 0, bytes: 0 });
      runner.destroy();
      await gpu.destroy();
    });

    it("100 turns between the two leave nothing behind", async () => {
      const { gpu, kernel, runner } = await setUp();
      const half = kernel("function (x) { return x[this.thread.x] * 0.5; }", [64]);
      let x = runner.upload(Float32Array.from({ length: 64 }, (_, i) => i));
      for (let turn = 0; turn < 100; turn++) {
        const doubled = runner.run(double(64), [x]);
        const shared = runner.toGpuJs(doubled);
        const result = await half(shared);
        shared.delete();
        runner.free(doubled);
        runner.free(x);
        x = runner.fromGpuJs(result);
        result.delete();
      }
      expect(runner.memory).toMatchObject({ buffers: 1, bytes: 256, kernels: 1 });
      expect((await runner.read(x))[63]).toBe(63);
      runner.destroy();
      await gpu.destroy();
    });

    it("what cannot be shared is refused", async () => {
      const { gpu, kernel, runner } = await setUp();
      const a = runner.upload(new Float32Array(6));
      expect(() => runner.toGpuJs(a, [2, 2])).toThrow(
        "gpu.js takes arrays of one to three dimensions: 6 numbers are not one of [2, 2].",
      );
      const pairs = await kernel("function () { return [1, 2]; }", [3])();
      expect(() => runner.fromGpuJs(pairs)).toThrow(
        "This result of gpu.js holds 2 numbers in each place, not one.",
      );
      expect(() => runner.fromGpuJs({ ...pairs, context: undefined } as never)).toThrow(
        "This is no result of gpu.js's mode webgpu on this runner's device.",
      );
      runner.destroy();
      await gpu.destroy();
    });

    it("destroy() leaves gpu.js's device alive", async () => {
      const { gpu, kernel, runner } = await setUp();
      runner.destroy();
      const one = await kernel("function () { return 1.0; }", [2])();
      expect(await one.toArray()).toEqual(Float32Array.of(1, 1));
      await gpu.destroy();
    });
  });
}
