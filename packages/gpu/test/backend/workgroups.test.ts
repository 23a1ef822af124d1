import { cpu, matmul, scaledDotProductAttention, Tensor, tensor, useBackend } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { GpuBackend } from "../../src/backend/gpu-backend.js";
import { createWebGpuRunner } from "../../src/webgpu/create.js";
import { nodeGpu } from "../driver.js";

const gpu = await nodeGpu();
const backend = gpu && new GpuBackend(await createWebGpuRunner(gpu));
if (gpu === undefined) it("did not run: this machine has no Vulkan driver", () => {});

afterEach(() => {
  useBackend(cpu);
});
afterAll(() => backend?.destroy());

const stream = random(7);
const normal = (shape: readonly number[]): Tensor => {
  const numbers = Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => stream.normal());
  return tensor(numbers, { shape: [...shape] });
};

/** The same on both, within a part of the greatest number. */
async function expectSame(
  run: (...tensors: Tensor[]) => Tensor,
  inputs: readonly Tensor[],
  tolerance: number,
) {
  const wanted = run(...inputs).data;
  const found = await run(...inputs.map((t) => t.to(backend as GpuBackend))).read();
  expect(found.length).toBe(wanted.length);
  const most = tolerance * Math.max(...wanted.map(Math.abs));
  const wrong = found.findIndex((x, i) => !(Math.abs(x - (wanted[i] as number)) <= most));
  expect(wrong, `number ${wrong} is ${found[wrong]} instead of ${wanted[wrong]}`).toBe(-1);
}

describe.runIf(gpu !== undefined)("in workgroup memory", () => {
  it.each([
    ["[70, 33] x [33, 90]", [70, 33], [33, 90]],
    ["[3, 40, 64] x [64, 40]", [3, 40, 64], [64, 40]],
    ["[2, 1, 40, 33] x [3, 33, 50]", [2, 1, 40, 33], [3, 33, 50]],
    ["[300] x [300, 64]", [300], [300, 64]],
    ["[64, 300] x [300]", [64, 300], [300]],
    ["[20, 5000] x [5000, 12]", [20, 5000], [5000, 12]],
  ] as const)("matmul %s, also of transposed, flipped and later views", async (_, a, b) => {
    const inputs = [normal(a), normal(b)];
    const k = Math.sqrt(a.at(-1) as number);
    await expectSame((x, y) => matmul(x as Tensor, y as never), inputs, 1e-6 * k);
    const back = inputs.map((t) => (t.shape.length > 1 ? t.transpose() : t)) as [Tensor, Tensor];
    if (b.length > 1)
      await expectSame((x, y) => (y as Tensor).matmul(x as never), [back[0], back[1]], 1e-6 * k);
    await expectSame(
      (x, y) => matmul((x as Tensor).flip(-1), (y as Tensor).flip(b.length > 1 ? -2 : -1) as never),
      inputs,
      1e-6 * k,
    );
    const later = (x: Tensor): Tensor =>
      x.slice(
        0,
        x.shape.length > 1 &&
          x.shape[0] !== 33 &&
          x.shape[0] !== 64 &&
          x.shape[0] !== 300 &&
          x.shape[0] !== 5000
          ? 1
          : 0,
      );
    await expectSame(
      (x, y) => matmul(a.length === 2 ? later(x as Tensor) : (x as Tensor), y as never),
      inputs,
      1e-6 * k,
    );
  });

  it("linear maps batches of rows, with a bias that is a view", async () => {
    const inputs = [normal([4, 9, 65]), normal([70, 65]), normal([140])];
    await expectSame(
      (x, w, b) => (x as Tensor).linear(w as never, (b as Tensor).slice(0, 0, 140, 2)),
      inputs,
      1e-5,
    );
  });

  it.each(["sum", "amax", "amin", "logsumexp"] as const)("%s along rows, columns and all", async (name) => {
    for (const dim of [[0], [1], [2], [0, 1], [1, 2], [0, 2], [0, 1, 2]]) {
      await expectSame((x) => (x as Tensor)[name](dim), [normal([40, 50, 60])], 2e-6);
    }
  });

  it("softmax, logSoftmax, layerNorm-like standardizing and their gradients", async () => {
    const x = normal([50, 200]);
    await expectSame((t) => (t as Tensor).softmax(1), [x], 2e-6);
    await expectSame((t) => (t as Tensor).logSoftmax(0), [x], 2e-6);
    const gradient =
      (f: (t: Tensor) => Tensor) =>
      (t?: Tensor): Tensor => {
        const leaf = new Tensor((t as Tensor).strided, true);
        f(leaf).mul(leaf.detach().sin()).sum().backward();
        return leaf.grad as Tensor;
      };
    await expectSame(
      gradient((t) => t.softmax(1)),
      [x],
      5e-6,
    );
    await expectSame(
      gradient((t) => t.logSoftmax(1)),
      [x],
      5e-6,
    );
    await expectSame(
      gradient((t) => t.var(1, { keepdim: true }).add(t)),
      [x],
      5e-6,
    );
  });

  it("attention without gradients keeps no scores, and gives what the ops give", async () => {
    const inputs = [normal([2, 3, 50, 24]), normal([2, 3, 70, 24]), normal([2, 3, 70, 40])];
    const before = backend?.memory.kernels ?? 0;
    for (const isCausal of [false, true]) {
      await expectSame(
        (q, k, v) => scaledDotProductAttention(q as Tensor, k as Tensor, v as Tensor, { isCausal }),
        inputs,
        3e-6,
      );
    }
    expect((backend?.memory.kernels ?? 0) - before).toBe(2);
    const strided = inputs.map((t) => t.transpose(0, 1));
    await expectSame(
      (q, k, v) => scaledDotProductAttention(q as Tensor, k as Tensor, v as Tensor),
      strided,
      3e-6,
    );
  });
});
