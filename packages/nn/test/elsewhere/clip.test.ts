import { type Tensor, tensor, value } from "@outgrad/engine";
import { expect, test } from "vitest";
import { clipGradNorm, clipGradValue, readNumbers } from "../../src/index.js";
import { dtype } from "./numbers.js";
import { remote } from "./remote.js";

test("clipGradNorm(parameters, maxNorm) gives the norm as a Tensor there, and scales as here", async () => {
  const far = remote();
  const grads = [Float32Array.of(3, -4e20), Float32Array.of(1e20)];
  const parametersFor = (place: (g: Tensor) => Tensor) =>
    [...grads, null].map((g) => {
      const p = tensor(g ?? Float32Array.of(1, 1)) as Tensor;
      p.grad = g && place(tensor(g));
      return p;
    });
  for (const [maxNorm, normType] of [
    [2, 2],
    [2, 1],
    [2, Number.POSITIVE_INFINITY],
    [1e21, 2],
    [Number.POSITIVE_INFINITY, 3],
  ] as const) {
    const [here, there] = [parametersFor((g) => g), parametersFor((g) => g.to(far))];
    const expected = Number(clipGradNorm(here, maxNorm, { normType }));
    const found = clipGradNorm(there, maxNorm, { normType }) as Tensor;
    await readNumbers(found, ...there.flatMap(({ grad }) => grad ?? []));
    expect(Math.abs(found.item() / expected - 1)).toBeLessThan(1e-6);
    expect(there.map(({ grad }) => grad?.isLeaf)).toEqual([true, true, undefined]);
    there.forEach(({ grad }, k) => {
      grad?.data.forEach((g, i) => {
        const wanted = here[k]?.grad?.data[i] as number;
        expect(Math.abs(g - wanted)).toBeLessThanOrEqual(1e-6 * Math.abs(wanted));
      });
    });
  }
});

test("clipGradNorm of gradients of 0 there is 0, and leaves them", async () => {
  const far = remote();
  const p = tensor([1, 2], { dtype, requiresGrad: true });
  p.grad = tensor([0, 0], { dtype }).to(far);
  const norm = clipGradNorm([p], 1) as Tensor;
  expect([await norm.read(), await p.grad.read()]).toEqual([Float32Array.of(0), Float32Array.of(0, 0)]);
});

test("clipGradNorm and clipGradValue refuse a Value among gradients that are there, and change nothing", () => {
  const far = remote();
  const [p, v] = [tensor([1], { dtype, requiresGrad: true }), value(1, "v")];
  const grad = tensor([3], { dtype }).to(far);
  p.grad = grad;
  clipGradValue([p, v], 5);
  v.grad = 2;
  for (const clip of [clipGradNorm, clipGradValue]) {
    const before = p.grad;
    expect(() => clip([p, v], 1)).toThrow(
      `${clip.name}: parameter "v" (number 1) is a Value, and the gradients of others are on another backend`,
    );
    expect(p.grad).toBe(before);
  }
});
