import { randn, type Tensor, tensor } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { describe, expect, it } from "vitest";

const indexOf = (shape: readonly number[], classes: number): Tensor => {
  const size = shape.reduce((a, b) => a * b, 1);
  return tensor(
    Array.from({ length: size }, (_, i) => (i * 5 + 1) % classes),
    { shape },
  );
};

describe.each(["float64", "float32"] as const)("logSoftmaxAt in %s", (dtype) => {
  const close = dtype === "float64" ? 13 : 5;

  it.each([
    [[4, 7], 1],
    [[4, 7], 0],
    [[3, 5, 2], 1],
    [[3, 5, 2], -1],
    [[9], 0],
    // Large enough for WebAssembly.
    [[300, 1000], 1],
  ] as const)("of %j along dim %i is logSoftmax(dim) at the index, and so is its gradient", (shape, dim) => {
    const at = dim < 0 ? dim + shape.length : dim;
    const beside = (shape as readonly number[]).toSpliced(at, 1);
    const index = indexOf(beside, shape[at] as number);
    const weights = randn(beside, random(4), { dtype });
    const x = randn(shape, random(3), { dtype, requiresGrad: true });
    const y = x.logSoftmaxAt(dim, index);
    expect(y.shape).toEqual(beside);
    y.mul(weights).sum().backward();
    const other = x.detach();
    other.requiresGrad = true;
    const wanted = other.logSoftmax(dim).gather(dim, index.unsqueeze(at)).reshape(beside);
    wanted.mul(weights).sum().backward();
    const apart = (a: Tensor, b: Tensor) => a.sub(b).abs().amax().item();
    expect(apart(y, wanted)).toBeLessThan(10 ** -close);
    expect(apart(x.grad as Tensor, other.grad as Tensor)).toBeLessThan(10 ** -close);
    expect((other.grad as Tensor).abs().amax().item()).toBeGreaterThan(0.1);
  });

  it("keeps the digits of a small loss beside large scores", () => {
    const x = tensor([[1000, 980, 985]], { dtype });
    expect(x.logSoftmaxAt(1, [0]).item() / -3.0796342670352e-7).toBeCloseTo(1, 5);
  });
});
