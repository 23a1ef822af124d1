import { cpu, defineOp, defineTensorOp, evaluate, type Tensor, tensor, useBackend } from "@outgrad/engine";
import { parseProgram } from "@outgrad/ops";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { GpuBackend } from "../../src/backend/gpu-backend.js";
import { createGpuJsRunner } from "../../src/gpujs/create.js";
import { scope } from "../../src/index.js";
import { createWebGpuRunner } from "../../src/webgpu/create.js";
import { nodeGpu } from "../driver.js";

afterEach(() => {
  useBackend(cpu);
});

const gpu = await nodeGpu();
const runners = [await createGpuJsRunner("cpu"), ...(gpu ? [await createWebGpuRunner(gpu)] : [])];
if (gpu === undefined) it("did not run on WebGPU: this machine has no Vulkan driver", () => {});
afterAll(() => {
  for (const runner of runners) runner.destroy();
});

const single = (numbers: readonly number[]): Tensor => tensor(Float32Array.from(numbers));

describe.each(runners.map((runner) => [runner.kind, new GpuBackend(runner)] as const))(
  "on %s",
  (_, backend) => {
    it("operands of the CPU go up by themselves, and the result stays", async () => {
      const there = tensor([1, 2, 3]).to(backend);
      const y = there.mul(single([2, 4, 8])).add(0.5);
      expect(y.backend).toBe(backend);
      expect(await y.read()).toEqual(Float32Array.of(2.5, 8.5, 24.5));
    });

    it("views of all kinds are operands, and slices at other places are the same kernel", async () => {
      const data = single(Array.from({ length: 24 }, (_, i) => i)).reshape([4, 6]);
      const there = data.to(backend);
      const calls = (x: Tensor): Tensor[] => [
        x
          .slice(0, 1, 3)
          .transpose()
          .add(x.slice(0, 0, 2).transpose()),
        x.flip([0, 1]).mul(x),
        x.slice(1, 1, 6, 2).sum(1),
        x.slice(0, 2, 4).matmul(x.slice(0, 1, 3).transpose() as never),
        x.broadcastTo([2, 4, 6]).flip(2).reshape([8, 6]).slice(0, 3, 5),
      ];
      const wanted = calls(data);
      for (const [i, found] of calls(there).entries()) expect(await found.read()).toEqual(wanted[i]?.data);
      const { kernels } = backend.memory;
      for (let at = 0; at < 3; at++)
        await there
          .slice(0, at, at + 1)
          .add(there.slice(0, at + 1, at + 2))
          .read();
      const more = backend.memory.kernels - kernels;
      expect(more).toBeLessThanOrEqual(1);
    });

    it("scope(body) frees what was computed but for what it returns, and says so of what was freed", async () => {
      const x = single([1, 2, 3]).to(backend);
      await x.square().read();
      const before = backend.memory.buffers;
      let lost: Tensor | undefined;
      const { kept, read } = scope(() => {
        lost = x.exp();
        return { kept: [x.square()], read: lost.sum().read() };
      });
      expect(backend.memory.buffers).toBe(before + 1);
      expect(await kept[0]?.read()).toEqual(Float32Array.of(1, 4, 9));
      expect((await read)[0]).toBeCloseTo(Math.E + Math.E ** 2 + Math.E ** 3, 4);
      expect(() => lost?.mul(2)).toThrow(
        /The numbers of this Tensor \[3\] were freed at the end of their scope: return/,
      );
      await expect(lost?.read()).rejects.toThrow("freed");
      expect(await x.read()).toEqual(Float32Array.of(1, 2, 3));
    });

    it("scope(body) frees when the body throws, and inner scopes hand results to the outer", () => {
      const x = single([1, 2]).to(backend);
      const before = backend.memory.buffers;
      expect(() =>
        scope(() => {
          x.square();
          throw new Error("stop");
        }),
      ).toThrow("stop");
      expect(backend.memory.buffers).toBe(before);
      scope(() => {
        const inner = scope(() => x.square());
        expect(inner.add(1).shape).toEqual([2]);
      });
      expect(backend.memory.buffers).toBe(before);
    });

    it("parameters, gradients and data sets outlive scopes, and a loop holds a constant number of buffers", async () => {
      useBackend(backend);
      const data = single([0.5, -1, 2, 3]);
      const p = tensor([1, 2, 3, 4], { requiresGrad: true });
      const counts: number[] = [];
      for (let step = 0; step < 20; step++) {
        scope(() => {
          p.zeroGrad();
          p.mul(data)
            .sub(single([step, 1, 1, 1]))
            .square()
            .sum()
            .backward();
          p.data = p.detach().sub((p.grad as Tensor).mul(0.01));
        });
        counts.push(backend.memory.buffers);
      }
      expect(new Set(counts.slice(3)).size).toBe(1);
      expect((await p.read()).every(Number.isFinite)).toBe(true);
      expect((await (p.grad as Tensor).read()).length).toBe(4);
    });

    it("evaluate(program, tensors, ...) gives what the CPU gives, one kernel for each result", async () => {
      const program = parseProgram(
        "g = g + decay * p\nm = beta * m + (1 - beta) * g\np = p - lr * m / (sqrt(v) + eps)",
      );
      const numbers = { decay: 0.5, beta: 0.9, lr: 0.125, eps: 1e-8 };
      const of = (move: (t: Tensor) => Tensor): Tensor[] => {
        const tensors = {
          p: move(single([1, 2])),
          g: move(single([0.5, -1])),
          m: move(single([0, 1])),
          v: move(single([4, 9])),
        };
        return evaluate(program, tensors, numbers, ["p", "m"]);
      };
      const here = of((t) => t);
      const { kernels } = backend.memory;
      const there = of((t) => t.to(backend));
      expect(backend.memory.kernels - kernels).toBe(2);
      for (const [i, t] of there.entries()) {
        const found = await t.read();
        for (const [k, x] of (here[i] as Tensor).data.entries()) expect(found[k]).toBeCloseTo(x, 6);
      }
    });

    it("nothing is fine: empty Tensors, and sums of nothing", async () => {
      const empty = tensor([], { shape: [0, 3] }).to(backend);
      expect(await empty.exp().read()).toEqual(new Float32Array(0));
      expect(await empty.sum(0).read()).toEqual(Float32Array.of(0, 0, 0));
      expect(await empty.matmul(tensor([], { shape: [3, 0], dtype: "float32" }) as never).read()).toEqual(
        new Float32Array(0),
      );
      const inner = tensor([], { shape: [2, 0] }).to(backend);
      expect(await inner.matmul(tensor([], { shape: [0, 2], dtype: "float32" }) as never).read()).toEqual(
        new Float32Array(4),
      );
    });

    it("numbers can be written after reading, and count from then on", async () => {
      const p = single([1, 2]).to(backend);
      await p.read();
      p.data[0] = 7;
      expect(await p.mul(backend.name === "cpu" ? 1 : single([1, 1]).to(backend)).read()).toEqual(
        Float32Array.of(7, 2),
      );
    });

    it("a result reads the same number again after the pool has served others", async () => {
      const x = single([1, 2, 3]).to(backend);
      const y = x.square();
      for (let i = 0; i < 50; i++) scope(() => x.add(i).sum());
      expect(await y.read()).toEqual(Float32Array.of(1, 4, 9));
    });

    it("an op of defineOp runs there, since it is formulas", async () => {
      const cube = defineOp({ name: "cubeThere", args: ["a"], value: "a * a * a", partials: ["3 * a * a"] });
      const x = single([2, -3]).to(backend);
      x.requiresGrad = true;
      const y = cube(x);
      expect(await y.read()).toEqual(Float32Array.of(8, -27));
      y.sum().backward();
      expect(await x.grad?.read()).toEqual(Float32Array.of(12, 27));
    });

    it("refuses in a sentence: float64, ops that are JavaScript, Tensors of another device", async () => {
      const there = single([1, 2]).to(backend);
      expect(() => there.to("float64")).toThrow("float32 only; await t.read()");
      useBackend(backend);
      expect(() => tensor([1, 2], { dtype: "float64" }).exp()).toThrow(
        /computes float32, and a Tensor of shape \[2\] is float64: make it with dtype: "float32"/,
      );
      const twice = defineTensorOp({
        name: `twiceOn${backend.name}`,
        args: ["a"],
        shape: ([a]) => a as number[],
        kernel: (out, [a]) => out.set(a?.data.map((x) => 2 * x) ?? []),
        vjp: [],
        samples: [],
      });
      expect(() => twice([there])).toThrow(/is a JavaScript function, which .* cannot run/);
      const other = new GpuBackend(await createGpuJsRunner("cpu"));
      expect(() => there.add(single([1, 2]).to(other))).toThrow(/meets one that another/);
      other.destroy();
    });
  },
);
