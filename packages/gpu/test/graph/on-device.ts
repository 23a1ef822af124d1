import {
  asConstant,
  compile,
  defineOp,
  noGrad,
  scope,
  sum,
  type Tensor,
  tensor,
  type Value,
  value,
} from "@outgrad/engine";
import { describe, expect, it } from "vitest";
import { GpuBackend } from "../../src/backend/gpu-backend.js";
import { compileOnGpu } from "../../src/graph/compile-on-gpu.js";
import type { Runner } from "../../src/runner/runner.js";
import { compare, difference, ofGradients, tolerance } from "./compare.js";
import { arm, curve, everyOp, net, randomProgram } from "./programs.js";

const legendre = defineOp({
  name: "legendreOfGraphs",
  args: ["a"],
  params: { c: 1.5 },
  value: "c * a * a - 0.5",
  partials: ["2 * c * a"],
});

/** What compileOnGpu does on any device. Where a thread makes one number only, large nets take long on software. */
export function graphsOnDevice(name: string, create: () => Promise<Runner>): void {
  describe(`compileOnGpu on ${name}`, async () => {
    const backend = new GpuBackend(await create());
    const isShared = backend.runner.kind === "webgpu";

    it("value() gives every op of the table what compile does", { timeout: 120_000 }, async () => {
      const { each, names, x } = everyOp(65);
      const wanted = x.map((row) => compile(each).value(row as number[]) as number[]);
      const found = await compileOnGpu(each, { backend })
        .value(x as number[][])
        .read();
      const width = (wanted[0] as number[]).length;
      expect(names.length).toBeGreaterThan(width);
      expect(difference(found, wanted.flat())).toBeLessThan(tolerance);
    });

    it("gradient() gives every op of the table the partials of compile", { timeout: 120_000 }, async () => {
      const { total, names, x } = everyOp(65);
      const compiled = compile(total);
      const wanted = x.flatMap((row) => compiled.gradient(row as number[]) as number[]);
      const found = await compileOnGpu(total, { backend })
        .gradient(x as number[][])
        .read();
      for (const [i, op] of names.entries()) {
        const column = (list: ArrayLike<number>) => x.map((_, k) => list[k * names.length + i] as number);
        expect(difference(column(found), column(wanted)), op).toBeLessThan(ofGradients.nets);
      }
    });

    it.each([1, 2, 3, 4, 5, 6])("random programs: seed %i", { timeout: 120_000 }, async (seed) => {
      const program = randomProgram(seed, 4 + 2 * seed, 70);
      await compare(program, backend, { isStepped: seed <= 3, loose: ofGradients.random });
    });

    it("MLPs 3-4-4-1, batches of 1, 63, 64, 65 and 10,000 samples", { timeout: 120_000 }, async () => {
      for (const count of [1, 63, 64, 65, 10_000]) await compare(net([3, 4, 4, 1], count), backend);
    });

    it("curve fitting and inverse kinematics", { timeout: 120_000 }, async () => {
      await compare(curve(300), backend);
      await compare(arm(5, 300), backend);
    });

    if (isShared) {
      it("an MLP 2-16-16-1 with 337 parameters", { timeout: 240_000 }, async () => {
        for (const count of [1, 1000]) await compare(net([2, 16, 16, 1], count), backend);
      });
    } else {
      it("an MLP 2-16-16-1: value() and gradient()", { timeout: 240_000 }, async () => {
        await compare(net([2, 16, 16, 1], 65), backend, { isStepped: false });
      });
    }

    it("step() trains as the CPU does: losses of 100 steps within 1e-3", { timeout: 120_000 }, async () => {
      const [rate, count] = [0.05, 100];
      const [ours, theirs] = [net([2, 8, 1], count), net([2, 8, 1], count)];
      const update = { formula: "p - lr * g", numbers: { lr: rate } };
      const onGpu = compileOnGpu(ours.f, { backend, reduction: "mean", update });
      const compiled = compile(theirs.f);
      const x = tensor(ours.x as number[][]);
      const losses: number[] = [];
      for (let step = 0; step < 100; step++) {
        for (const parameter of theirs.parameters) parameter.zeroGrad();
        let wanted = 0;
        theirs.x.forEach((row, i) => {
          wanted += compiled.step(row as number[], theirs.y[i] as number) / count;
        });
        for (const parameter of theirs.parameters) parameter.data -= (rate * parameter.grad) / count;
        const found = await onGpu.step(x, ours.y as number[]);
        expect(Math.abs(found - wanted)).toBeLessThan(1e-3 * wanted);
        losses.push(found);
      }
      expect(losses.at(-1)).toBeLessThan(0.5 * (losses[0] as number));
      expect(ours.parameters.every(({ hasGrad }) => !hasGrad)).toBe(true);
    });

    it("step() adds to grads that are there, and reads the Values' data at each call", async () => {
      const [w, b, unused] = [value(2), value(1), value(7)];
      const f = (x: Value, y: Value) => w.mul(x).add(b).sub(y).square().add(asConstant(unused));
      const onGpu = compileOnGpu(f, { backend });
      expect(await onGpu.step([1, 2, 3], [3, 4, 8])).toBe(23);
      expect([w.grad, b.grad, unused.hasGrad]).toEqual([-2, 0, false]);
      w.data = 3;
      expect(await onGpu.step([1, 2, 3], [3, 4, 8])).toBe(35);
      expect([w.grad, b.grad]).toEqual([-2 + 2 + 12 + 12, 0 + 2 + 6 + 4]);
    });

    it("value() takes Tensors, views of them and typed arrays, and gives lists their shape", async () => {
      const f = (x: Value[][], y: Value) => x.map((row) => row.map((each, i) => each.mul(i + 1).add(y)));
      const onGpu = compileOnGpu(f, { backend });
      const x = tensor([
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
        [
          [0, 1, 0],
          [2, 0, 2],
        ],
      ]);
      const wanted = [11, 14, 19, 14, 20, 28, 20, 22, 20, 22, 20, 26];
      const y = Float32Array.of(10, 20);
      const inputs = [x, x.to(backend), x.transpose(1, 2).to(backend).transpose(1, 2), x.toArray()];
      for (const input of inputs as Tensor[]) {
        const found = onGpu.value(input, y);
        expect(found.shape).toEqual([2, 2, 3]);
        expect(Array.from(await found.read())).toEqual(wanted);
      }
      expect(Array.from(await onGpu.value(x.slice(0, 1, 2) as Tensor, [0]).read())).toEqual([
        0, 2, 0, 2, 0, 6,
      ]);
    });

    it("results stay on the backend, where ops of Tensors take them", async () => {
      const onGpu = compileOnGpu((x: Value) => x.square(), { backend });
      const y = onGpu.value([1, 2, 3]);
      expect(y.backend).toBe(backend);
      expect(Array.from(await y.mul(2).sum().read())).toEqual([28]);
    });

    it("constants, repeated nodes, noGrad and division by 0 are what compile makes of them", async () => {
      const f = (x: Value[]): Value => {
        const [a, b] = x as [Value, Value];
        const c = a.mul(a).add(a.max(b)).add(a.max(a));
        const held = noGrad(() => b.mul(3).add(value(2).mul(5)));
        return c.mul(held).add(value(4).div(2).pow(a)).sub(b.leakyRelu(0.25)).div(b.mul(0).add(0.5));
      };
      const x = [
        [1, 2],
        [-1, -3],
        [2, 2],
      ];
      const compiled = compile(f);
      const onGpu = compileOnGpu(f, { backend });
      const wanted = x.flatMap((row) => compiled.gradient(row) as number[]);
      expect(difference(await onGpu.gradient(x).read(), wanted)).toBeLessThan(tolerance);
      const quotient = (a: Value, b: Value) => a.div(b);
      const found = await compileOnGpu(quotient, { backend }).value([1, -1, 0, 1], [0, 0, 0, 4]).read();
      expect(Array.from(found)).toEqual([Infinity, -Infinity, NaN, 0.25]);
    });

    it("ops of defineOp are computed from their formulas, parameters too", async () => {
      const f = (x: Value) => [legendre(x), legendre(x, 5)];
      const found = await compileOnGpu(f, { backend }).value([0.5, -1]).read();
      expect(Array.from(found)).toEqual([-0.125, 0.75, 1, 4.5]);
      const slope = compileOnGpu((x: Value) => legendre(x, 5), { backend }).gradient([0.5, -1]);
      expect(Array.from(await slope.read())).toEqual([5, -10]);
    });

    it("NaN and infinities come through, forward and backward", async () => {
      const f = (x: Value) => sum([x.relu(), x.exp(), x.max(0), x.tanh()]);
      const x = [NaN, Infinity, -Infinity, 100, -100, 0.5];
      const compiled = compile(f);
      const onGpu = compileOnGpu(f, { backend });
      const values = await onGpu.value(x).read();
      expect(
        difference(
          values,
          x.map((each) => compiled.value(each) as number),
        ),
      ).toBeLessThan(tolerance);
      const gradients = await onGpu.gradient(x).read();
      const wanted = x.map((each) => compiled.gradient(each) as number);
      expect(difference(gradients, wanted)).toBeLessThan(tolerance);
      expect(values[0]).toBeNaN();
      expect(values[1]).toBe(Infinity);
    });

    it("1,000 steps hold a constant number of buffers", { timeout: 120_000 }, async () => {
      const own = new GpuBackend(await create());
      const w = value(0.5);
      const update = { formula: "p - 0.001 * g" };
      const f = (x: Value, y: Value) => w.mul(x).sub(y).square();
      const onGpu = compileOnGpu(f, { backend: own, update });
      const [x, y] = [Float32Array.of(1, 2, 3), Float32Array.of(2, 4, 6)];
      const turn = async () => {
        await onGpu.step(x, y);
        return scope(() => onGpu.gradient(x, y).read());
      };
      await turn();
      await turn();
      const before = { ...own.memory };
      expect(before.buffers).toBe(0);
      for (let i = 0; i < 1000; i++) await turn();
      expect({ ...own.memory }).toEqual(before);
      expect(w.data).toBeCloseTo(2, 5);
      own.destroy();
    });
  });
}
