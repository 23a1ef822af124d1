import { batchNorm, layerNorm, tensor } from "@outgrad/engine";
import { describe, expect, it } from "vitest";

describe("norms", () => {
  it("layerNorm(x) keeps its digits at a large offset", () => {
    const y = layerNorm(tensor([[1e6, 1e6 + 1, 1e6 + 2]]), [3]);
    expect(y.toArray()).toEqual([[-1.2247356859083902, 0, 1.2247356859083902]]);
    const big = Float32Array.from({ length: 4096 }, (_, i) => 1000 + (i % 2));
    const single = layerNorm(tensor(big, { shape: [1, 4096] }), [4096], { eps: 0 });
    expect(single.dtype).toBe("float32");
    expect(single.data.slice(0, 3)).toEqual(Float32Array.of(-1, 1, -1));
  });

  it("T100 layerNorm() of a constant row: zeros, finite gradients", () => {
    const x = tensor([[7, 7, 7]], { requiresGrad: true });
    const weight = tensor([1, 1, 1], { requiresGrad: true });
    const bias = tensor([0, 0, 0], { requiresGrad: true });
    const y = layerNorm(x, [3], { weight, bias });
    expect(y.toArray()).toEqual([[0, 0, 0]]);
    y.backward(tensor([[1, 2, 4]]));
    [-421.6370213557839, -105.40925533894597, 527.0462766947298].forEach((slope, i) => {
      expect(x.grad?.data[i]).toBeCloseTo(slope, 10);
    });
    expect(weight.grad?.toArray()).toEqual([0, 0, 0]);
    expect(bias.grad?.toArray()).toEqual([1, 2, 4]);
  });

  it("batchNorm() moves the running numbers only while training, and not after an error", () => {
    const [runningMean, runningVar] = [tensor([1, 1]), tensor([1, 1])];
    const x = tensor([
      [1, 2],
      [3, 6],
    ]);
    batchNorm(x, { runningMean, runningVar });
    expect(() => batchNorm(x, { training: true, runningMean, runningVar, eps: Number.NaN })).toThrow("eps");
    expect([runningMean.toArray(), runningVar.toArray()]).toEqual([
      [1, 1],
      [1, 1],
    ]);
    batchNorm(x, { training: true, runningMean, runningVar, momentum: 0.5 });
    expect([runningMean.toArray(), runningVar.toArray()]).toEqual([
      [1.5, 2.5],
      [1.5, 4.5],
    ]);
  });
});
