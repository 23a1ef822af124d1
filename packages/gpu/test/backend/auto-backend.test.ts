import { cpu, Tensor, tensor, useBackend } from "@outgrad/engine";
import { afterEach, expect, it } from "vitest";
import { AutoBackend } from "../../src/backend/auto-backend.js";
import { createGpuJsRunner } from "../../src/gpujs/create.js";

const runner = await createGpuJsRunner("cpu");
const backend = new AutoBackend(runner);
backend.crossover = { elementwise: 100, matmul: 1000 };

afterEach(() => {
  useBackend(cpu);
});

const ones = (shape: readonly number[]): Tensor =>
  tensor(new Float32Array(shape.reduce((a, b) => a * b, 1)).fill(1), { shape: [...shape] });

it("leaves what is below the crossover to the CPU, and takes what is not", () => {
  useBackend(backend);
  expect(ones([99]).exp().backend).toBe(cpu);
  expect(ones([100]).exp().backend).toBe(backend);
  expect(ones([9, 9]).sum().backend).toBe(cpu);
  expect(ones([10, 10]).sum().backend).toBe(backend);
  expect(ones([9, 10]).matmul(ones([10, 11]) as never).backend).toBe(cpu);
  expect(ones([10, 10]).matmul(ones([10, 10]) as never).backend).toBe(backend);
  expect(ones([9, 10]).linear(ones([11, 10]) as never).backend).toBe(cpu);
  expect(ones([10, 10]).linear(ones([10, 10]) as never).backend).toBe(backend);
});

it("keeps on the GPU what is there, whatever its size, gradients too", async () => {
  useBackend(backend);
  const leaf = tensor([1, 2], { requiresGrad: true });
  const there = leaf.to(backend).mul(3);
  expect(there.backend).toBe(backend);
  there.square().sum().backward();
  expect(await leaf.grad?.read()).toEqual(Float32Array.of(18, 36));
  const small = new Tensor(ones([2]).numbers, true);
  small.mul(5).sum().backward();
  expect(small.grad?.backend).toBe(cpu);
  expect(small.grad?.toArray()).toEqual([5, 5]);
});

it("goes to indices that are on the GPU with numbers that are not", async () => {
  useBackend(backend);
  const x = tensor([3, 1, 2]);
  const order = x.to(backend).argsort(0);
  expect(await x.gather(0, order).read()).toEqual(Float32Array.of(1, 2, 3));
  expect(await x.indexSelect(0, order).read()).toEqual(Float32Array.of(1, 2, 3));
});
