import { describe, expect, it } from "vitest";
import type { WebGpuRunner } from "../src/webgpu/webgpu-runner.ts";
import type { WgslProgram } from "../src/wgsl/program.ts";
import { double, kernel } from "./kernels-for-runners.ts";

const program = (
  key: string,
  body: string,
  workgroups: WgslProgram["workgroups"] = [1, 1, 1],
): WgslProgram => ({
  key,
  inputs: 1,
  size: 4,
  workgroups,
  code: `@group(0) @binding(0) var<storage, read> a: array<f32>;
@group(0) @binding(1) var<storage, read_write> out: array<f32>;
@compute @workgroup_size(4) fn main(@builtin(local_invocation_index) i: u32) { ${body} }`,
});

const four = Float32Array.of(1, 2, 3, 4);

/** What the WebGPU runner does when something goes wrong, in Node and in browsers. */
export function webGpuFailures(create: () => Promise<WebGpuRunner>): void {
  describe("errors of WebGPU", () => {
    it("run(program, inputs) runs a program in WGSL", async () => {
      const runner = await create();
      const result = runner.run(program("reversed", "out[i] = a[3 - i];"), [runner.upload(four)]);
      expect(await runner.read(result)).toEqual(Float32Array.of(4, 3, 2, 1));
      expect(runner.memory.kernels).toBe(1);
      runner.destroy();
    });

    it("a program that does not compile is told by the next read, with its name and the first complaint", async () => {
      const runner = await create();
      const a = runner.upload(four);
      const b = runner.run(double(4), [a]);
      await runner.read(b);
      const c = runner.run(program("wrong", "out[i] = b[i];"), [a]);
      await expect(runner.read(c)).rejects.toThrow(
        /^The GPU refuses the kernel "wrong": line 3: unresolved value 'b'\. What was computed since is lost: create a new backend\.$/,
      );
      expect(await runner.read(b)).toEqual(Float32Array.of(2, 4, 6, 8));
      const d = runner.run(double(4), [a]);
      await expect(runner.read(d)).rejects.toThrow('The GPU refuses the kernel "wrong"');
      runner.destroy();
    });

    it("work that the device refuses is told by the next read", async () => {
      const runner = await create();
      const a = runner.upload(four);
      const b = runner.run(program("many", "out[i] = a[i];", [70_000, 1, 1]), [a]);
      await expect(runner.read(b)).rejects.toThrow(
        /^The GPU refused work: .*70000.*\. What was computed since/,
      );
      expect(await runner.read(a)).toEqual(four);
      runner.destroy();
    });

    it("run(kernel, inputs) refuses more numbers than one buffer holds, and more arrays than a kernel takes", async () => {
      const runner = await create();
      const a = runner.upload(four);
      const { maxStorageBufferBindingSize, maxBufferSize } = runner.device.limits;
      const most = Math.min(maxStorageBufferBindingSize, maxBufferSize) / 4;
      expect(() => runner.run(double(most + 1), [a])).toThrow(
        `${most + 1} numbers do not fit: one array on this GPU holds at most ${most} of them.`,
      );
      const inputs = Array.from({ length: 100 }, () => a);
      expect(() =>
        runner.run(
          kernel("wide", 4, { inputs: 100 }, (w) => w.result("1.0")),
          inputs,
        ),
      ).toThrow(/^A kernel of 100 arrays does not fit this GPU, which takes \d+ and the result\.$/);
      expect(await runner.read(a)).toEqual(four);
      runner.destroy();
    });

    it("a kernel may be given hundreds of numbers", async () => {
      const runner = await create();
      const [ints, floats] = [130, 70];
      const taking = kernel("many numbers", 4, { ints, floats }, (w) => {
        w.result(`${w.toFloat(w.givenInt(ints - 1))} + ${w.givenFloat(floats - 1)} + ${w.read(0, w.thread)}`);
      });
      const a = runner.upload(four);
      const results = Array.from({ length: 40 }, (_, i) =>
        runner.run(taking, [a], Array(ints).fill(i), Array(floats).fill(i / 2)),
      );
      for (const [i, result] of results.entries())
        expect(await runner.read(result)).toEqual(four.map((x) => x + 1.5 * i));
      runner.destroy();
    });

    it("memory: what is freed waits for the next of its size, at most as much as was ever in use at once", async () => {
      const runner = await create();
      const a = runner.upload(new Float32Array(1024));
      expect(runner.memory).toMatchObject({ buffers: 1, bytes: 4096, pooled: 0 });
      runner.free(a);
      expect(runner.memory).toMatchObject({ buffers: 0, bytes: 0, pooled: 4096 });
      const b = runner.upload(new Float32Array(1000));
      expect(runner.memory).toMatchObject({ buffers: 1, bytes: 4096, pooled: 0 });
      runner.free(b);
      runner.free(runner.upload(new Float32Array(500)));
      expect(runner.memory).toMatchObject({ buffers: 0, bytes: 0, pooled: 0 });
      runner.destroy();
    });

    it("a lost device is told by `lost` and by all that is asked of it", async () => {
      const runner = await create();
      const a = runner.upload(four);
      const reading = runner.read(runner.run(double(4), [a]));
      reading.catch(() => {});
      runner.device.destroy();
      expect(await runner.lost).toMatch(
        /^The GPU device is lost: .+\. Create a new backend and go on from the last checkpoint\.$/,
      );
      const said = "The GPU device is lost";
      await expect(reading).rejects.toThrow(said);
      await expect(runner.read(a)).rejects.toThrow(said);
      expect(() => runner.upload(four)).toThrow(said);
      expect(() => runner.run(double(4), [a])).toThrow(said);
      runner.free(a);
      runner.destroy();
    });

    it("destroy() is no loss", async () => {
      const runner = await create();
      const { device } = runner;
      runner.destroy();
      await device.lost;
      expect(await Promise.race([runner.lost, Promise.resolve("not lost")])).toBe("not lost");
    });
  });
}
