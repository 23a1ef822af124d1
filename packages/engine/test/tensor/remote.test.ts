import {
  batchNorm,
  compile,
  cpu,
  embedding,
  evaluate,
  getDefaultDtype,
  gradients,
  oneHot,
  scaledDotProductAttention,
  scope,
  type Tensor,
  tensor,
  useBackend,
  zeros,
} from "@outgrad/engine";
import { parseProgram } from "@outgrad/ops";
import { afterEach, expect, it } from "vitest";
import { remote } from "../remote.js";

afterEach(() => {
  useBackend(cpu);
});

it("useBackend(remote) computes there, and its numbers are here after await t.read()", async () => {
  const far = remote();
  expect(useBackend(far)).toBe(cpu);
  const t = tensor([1, 2, 3]).mul(2);
  expect(t.backend).toBe(far);
  expect(t.dtype).toBe("float32");
  expect(() => t.data).toThrow("await t.read() first");
  expect(() => t.sum().item()).toThrow("await t.read() first");
  expect(await t.read()).toEqual(Float32Array.of(2, 4, 6));
  expect(t.toArray()).toEqual([2, 4, 6]);
  expect(t.data).toEqual(Float32Array.of(2, 4, 6));
});

it("while a backend of float32 is in use, new Tensors are that, unless they are told otherwise", () => {
  expect(getDefaultDtype()).toBe("float64");
  useBackend(remote());
  expect(getDefaultDtype()).toBe("float32");
  expect([tensor([1]).dtype, zeros([2]).dtype, tensor(Float64Array.of(1)).dtype]).toEqual(
    Array(3).fill("float32"),
  );
  expect(tensor([1], { dtype: "float64" }).dtype).toBe("float64");
});

it("t.to(remote) rounds to float32, ops on it are computed there, and its gradient flows to the leaf", async () => {
  const far = remote();
  const leaf = tensor([[0.1, 2]], { requiresGrad: true });
  const there = leaf.to(far);
  expect([there.backend, there.dtype, leaf.backend]).toEqual([far, "float32", cpu]);
  const y = there.square().add(tensor([[1, 1]], { dtype: "float32" }));
  expect(y.backend).toBe(far);
  expect(tensor([1]).mul(2).backend).toBe(cpu);
  y.sum().backward();
  expect(await leaf.grad?.read()).toEqual(Float32Array.of(0.2, 4));
  await y.read();
  expect(y.to(cpu).backend).toBe(cpu);
  expect(y.to(cpu).mul(2).toArray()).toEqual(
    [[Math.fround(2 * Math.fround(1.01)), 10]].map((r) => r.map(Math.fround)),
  );
});

it("a Tensor that is not read cannot go to another backend", () => {
  const y = tensor([1]).to(remote()).mul(2);
  expect(() => y.to(cpu)).toThrow("await t.read() first");
});

it("a leaf's data = t takes over numbers that are elsewhere without reading, and data = numbers brings them back", async () => {
  const far = remote();
  const p = tensor([1, 2], { dtype: "float32", requiresGrad: true });
  const before = p.data;
  p.data = p.detach().to(far).mul(3);
  expect(p.backend).toBe(far);
  expect(() => p.data).toThrow("await t.read() first");
  expect(await p.read()).toEqual(Float32Array.of(3, 6));
  expect(p.data).not.toBe(before);
  p.data[0] = 5;
  expect(await p.mul(1).read()).toEqual(Float32Array.of(5, 6));
  p.data = [7, 8];
  expect(p.backend).toBe(cpu);
  expect(p.toArray()).toEqual([7, 8]);
});

it("scope(body) frees what was computed, but for what it returns and what leaves and gradients hold", async () => {
  const far = remote();
  useBackend(far);
  const p = tensor([1, 2], { requiresGrad: true });
  let lost: Tensor | undefined;
  const kept = scope(() => {
    lost = p.square();
    p.grad = null;
    lost.sum().backward();
    p.data = p.detach().sub((p.grad as Tensor | null)?.mul(0.25) as Tensor);
    return [lost.add(1)];
  });
  expect(() => lost?.mul(2)).toThrow("freed at the end of their scope");
  expect(await kept[0]?.read()).toEqual(Float32Array.of(2, 5));
  expect(await p.read()).toEqual(Float32Array.of(0.5, 1));
  const before = p.grad as Tensor | null;
  expect(await before?.read()).toEqual(Float32Array.of(2, 4));
  scope(() => p.zeroGrad());
  expect(() => before?.mul(2)).toThrow("freed");
});

it("scope(body) hands over to the scope around it, frees when the body throws, and gives back what it returns", () => {
  const far = remote();
  const x = tensor([1]).to(far);
  let inner: Tensor | undefined;
  scope(() => {
    inner = scope(() => x.mul(2));
    expect(inner.add(1).shape).toEqual([1]);
  });
  expect(() => inner?.mul(2)).toThrow("freed");
  const thrower = (): never =>
    scope(() => {
      inner = x.mul(3);
      throw new Error("stop");
    });
  expect(thrower).toThrow("stop");
  expect(() => inner?.mul(2)).toThrow("freed");
  expect(scope(() => 7)).toBe(7);
  expect(x.mul(1).shape).toEqual([1]);
});

it("evaluate(program, tensors, numbers, results) is computed where the Tensors are", async () => {
  const program = parseProgram("g = g + decay * p\nm = beta * m + g\np = p - lr * m");
  const run = (move: (t: Tensor) => Tensor): Tensor[] => {
    const of = (numbers: number[]): Tensor => move(tensor(Float32Array.from(numbers)));
    const tensors = { p: of([1, 2]), g: of([0.5, -1]), m: of([0, 1]) };
    return evaluate(program, tensors, { decay: 0.5, beta: 0.25, lr: 0.125 }, ["p", "m"]);
  };
  const here = run((t) => t);
  const there = run((t) => t.to(remote()));
  expect(here.map((t) => t.toArray())).toEqual([
    [0.875, 1.96875],
    [1, 0.25],
  ]);
  for (const [i, t] of there.entries()) expect(await t.read()).toEqual(here[i]?.data);
  expect(evaluate(parseProgram("c = lr"), { p: tensor([1, 2]) }, { lr: 3 }, ["c"])[0]?.toArray()).toEqual([
    3, 3,
  ]);
});

it("indices that are elsewhere are used without looking at them", async () => {
  const far = remote();
  const x = tensor([[3, 1, 2]], { dtype: "float32" });
  const order = x.to(far).argsort(1);
  expect(await x.gather(1, order).read()).toEqual(Float32Array.of(1, 2, 3));
  expect(await oneHot(order, 3, { dtype: "float32" }).read()).toEqual(
    Float32Array.of(0, 1, 0, 0, 0, 1, 1, 0, 0),
  );
  const weight = tensor([[1], [2], [3]], { dtype: "float32", requiresGrad: true });
  const words = embedding(order, weight, { paddingIdx: 2 });
  expect(words.shape).toEqual([1, 3, 1]);
  words.sum().backward();
  expect(await weight.grad?.read()).toEqual(Float32Array.of(1, 1, 0));
});

it("batchNorm moves its running numbers there", async () => {
  const far = remote();
  const x = tensor([[1], [3]], { dtype: "float32" });
  const [runningMean, runningVar] = [tensor([0], { dtype: "float32" }), tensor([1], { dtype: "float32" })];
  batchNorm(x.to(far), { training: true, runningMean, runningVar });
  expect(runningMean.backend).toBe(far);
  expect((await runningMean.read())[0]).toBeCloseTo(0.2, 6);
  expect((await runningVar.read())[0]).toBeCloseTo(1.1, 6);
});

it("second derivatives of ops that choose are computed without looking at numbers", async () => {
  const numbers = Float32Array.of(-2, -0.5, 0, 0.5, 2);
  const second = (x: Tensor): Tensor => {
    const [g] = gradients(x.elu().mul(x).sum(), [x], { createGraph: true });
    return gradients((g as Tensor).square().sum(), [x])[0] as Tensor;
  };
  const here = second(tensor(numbers, { requiresGrad: true }));
  const far = tensor(numbers).to(remote());
  far.requiresGrad = true;
  const there = await second(far).read();
  for (const [i, x] of here.data.entries()) expect(there[i]).toBeCloseTo(x, 5);
});

it("attention with a mask is computed there", async () => {
  useBackend(remote());
  const x = tensor([
    [1, 0],
    [0, 1],
  ]);
  const y = scaledDotProductAttention(x, x, x, { isCausal: true });
  expect((await y.read()).slice(0, 2)).toEqual(Float32Array.of(1, 0));
});

it("compile refuses functions that are computed elsewhere, in a sentence", () => {
  useBackend(remote());
  const f = compile((x: Tensor) => x.square().sum());
  expect(() => f.value(tensor([1, 2]))).toThrow("compile: functions of Tensors are compiled for the CPU");
});
