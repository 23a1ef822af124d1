import { compile, cpu, sum, tensor, type Value, value } from "@outgrad/engine";
import { describe, expect, it } from "vitest";
import { GpuBackend } from "../../src/backend/gpu-backend.js";
import { createGpuJsRunner } from "../../src/gpujs/create.js";
import { compileOnGpu } from "../../src/graph/compile-on-gpu.js";

const backend = new GpuBackend(await createGpuJsRunner("cpu"));
const w = value(2, "w");
const line = (x: Value, y: Value) => w.mul(x).sub(y);

describe("compileOnGpu refuses", () => {
  const onGpu = compileOnGpu(line, { backend });
  const outside = w.mul(3);
  it.each([
    [
      "a function that is none",
      () => compileOnGpu(3 as never, { backend }),
      "compileOnGpu: expected a function of Values, got 3.",
    ],
    [
      "an option that nobody reads",
      () => compileOnGpu(line, { backend, reductoin: "mean" } as never),
      'compileOnGpu: there is no option "reductoin"; did you mean "reduction"? The options are backend, reduction, update.',
    ],
    [
      "another reduction",
      () => compileOnGpu(line, { backend, reduction: "none" as never }),
      'compileOnGpu: reduction is "sum" or "mean"; got none.',
    ],
    [
      "the CPU",
      () => compileOnGpu(line, { backend: cpu }),
      "compileOnGpu: the backend is cpu, which is not on a GPU; use compile there",
    ],
    [
      "no backend",
      () => compileOnGpu(line, {} as never),
      "compileOnGpu: the backend is undefined, which is not on a GPU",
    ],
    [
      "an update that reads what is not there",
      () => compileOnGpu(line, { backend, update: { formula: "p - lr * g" } }),
      "lr",
    ],
    [
      "a number named as a gradient",
      () => compileOnGpu(line, { backend, update: { formula: "p", numbers: { g: 1 } } }),
      "compileOnGpu: the update's numbers have a g",
    ],
    [
      "a single number for a batch",
      () => onGpu.value(1 as never, [1]),
      "compileOnGpu, argument 1: expected the numbers of many samples, got a single number",
    ],
    [
      "a string among the numbers",
      () => onGpu.value([1, 2], [1, "2"] as never),
      'compileOnGpu, argument 2: expected a number at [1], got "2".',
    ],
    [
      "batches of different lengths",
      () => onGpu.value([1, 2], [1, 2, 3]),
      "compileOnGpu: argument 1 has 2 samples and argument 2 has 3; hand in as many.",
    ],
    ["no samples", () => onGpu.value([], []), "compileOnGpu: there are no samples; hand in at least one."],
    [
      "a function without arguments",
      () => compileOnGpu(() => w.mul(2), { backend }).value(),
      "compileOnGpu: the function takes no numbers, so there are no samples; use compile.",
    ],
    [
      "a Tensor that wants a gradient",
      () => onGpu.value(tensor([1, 2], { requiresGrad: true }), [1, 2]),
      "compileOnGpu, argument 1: this Tensor requires a gradient, and none would flow to it; hand in its detach().",
    ],
    [
      "a function that returns a number",
      () => compileOnGpu((_x: Value) => 3, { backend }).value([1]),
      "compileOnGpu, result of the function: it is 3, which does not remember",
    ],
    [
      "a function that returns a Tensor",
      () => compileOnGpu((_x: Value) => tensor([1]).mul(2), { backend }).value([1]),
      "compileOnGpu",
    ],
    [
      "a function that reads a number",
      () => compileOnGpu((x: Value) => x.mul(w.data), { backend }).value([1]),
      "compileOnGpu: the function uses data of a Value.",
    ],
    [
      "a result from outside",
      () => compileOnGpu((x: Value) => x.mul(outside), { backend }).value([1]),
      "compileOnGpu: the function uses Value(data=6",
    ],
    [
      "value() of what is in no regular lists",
      () => compileOnGpu((x: Value) => ({ y: x.mul(2) }), { backend }).value([1]),
      "compileOnGpu: value() gives a Tensor, and the function returns what is in no regular lists",
    ],
    [
      "gradient() of several Values",
      () => compileOnGpu((x: Value) => [x.mul(2), x], { backend }).gradient([1]),
      "compileOnGpu: gradient() needs a function that returns one Value; this one returns 2.",
    ],
    [
      "gradient() with respect to what it does not depend on",
      () => compileOnGpu((_x: Value) => w.mul(2), { backend }).gradient([1]),
      "compileOnGpu: gradient() is with respect to the first argument, and the result does not depend on it",
    ],
  ])("%s", (_what, run, sentence) => {
    expect(run as () => unknown).toThrow(sentence);
  });

  it("step() of a function that uses no Values from outside", async () => {
    const square = compileOnGpu((x: Value) => x.square(), { backend });
    await expect(square.step([1])).rejects.toThrow(
      "compileOnGpu: step() gives gradients to the Values that the function uses from outside, and its result depends on none",
    );
  });

  it("a second step() that would change the same Values, until the first is done", async () => {
    const p = value(1);
    const f = (x: Value) => p.mul(x).square();
    const onGpu = compileOnGpu(f, { backend, update: { formula: "p - 0.25 * g" } });
    const first = onGpu.step([1]);
    await expect(onGpu.step([1])).rejects.toThrow(
      "compileOnGpu: step() is called while another one is on its way to change the same Values; await that one first.",
    );
    expect(await first).toBe(1);
    expect(p.data).toBe(0.5);
    expect(await onGpu.step([1])).toBe(0.25);
  });

  it("a graph of more nodes than a kernel should have, which compile computes", () => {
    const long = (x: Value) => sum(Array.from({ length: 3000 }, (_, i) => x.mul(i)));
    expect(() => compileOnGpu(long, { backend }).value([1])).toThrow(
      /^compileOnGpu: the function computes \d+ nodes for a sample, and a kernel of more than \d+ .* use compile with target "wasm", or write it with Tensors\.$/,
    );
    expect(compile(long).value(1)).toBe((2999 * 3000) / 2);
  });

  it("nothing for good: what was refused is refused again, and the rest works", async () => {
    expect(() => onGpu.value([1], [])).toThrow("argument 1 has 1 samples");
    expect(Array.from(await onGpu.value([1], [3]).read())).toEqual([-1]);
    expect(backend.memory.kernels).toBeGreaterThan(0);
  });
});
