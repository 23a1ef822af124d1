import type { Tensor } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { describe, expect, test } from "vitest";
import * as nn from "../../src/index.js";

const spread = (p: Tensor | undefined): { max: number; std: number } => {
  const data = Array.from((p as Tensor).data);
  const max = data.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  return { max, std: Math.sqrt(data.reduce((sum, x) => sum + x * x, 0) / data.length) };
};

/** Numbers that fill ±bound evenly: none outside, some near the ends, as spread out as they should be. */
function expectEven(p: Tensor | undefined, bound: number): void {
  const { max, std } = spread(p);
  expect(max).toBeLessThanOrEqual(bound);
  expect(max).toBeGreaterThan(0.9 * bound);
  expect(Math.abs((std * Math.sqrt(3)) / bound - 1)).toBeLessThan(0.15);
}

describe("the first weights are spread as PyTorch's", () => {
  test("Linear: ±1 / √inFeatures", () => {
    const { weight, bias } = new nn.Linear(64, 200, { seed: 1 });
    expectEven(weight, 1 / 8);
    expectEven(bias, 1 / 8);
  });

  test("convolutions: ±1 / √(channels of a group · kernel), of the results for transposed ones", () => {
    const conv = new nn.Conv2d(8, 40, [3, 2], { groups: 2, seed: 1 });
    expectEven(conv.weight, 1 / Math.sqrt(4 * 6));
    expectEven(conv.bias, 1 / Math.sqrt(4 * 6));
    expectEven(new nn.Conv1d(5, 60, 5, { seed: 1 }).weight, 1 / 5);
    expectEven(new nn.ConvTranspose2d(60, 9, 2, { seed: 1 }).weight, 1 / 6);
    expectEven(new nn.ConvTranspose1d(60, 9, 4, { groups: 3, seed: 1 }).weight, 1 / Math.sqrt(12));
  });

  test("recurrent layers: ±1 / √hiddenSize, all of them", () => {
    for (const layer of [new nn.LSTM(10, 25, { seed: 1 }), new nn.GRUCell(10, 25, { seed: 1 })]) {
      for (const p of layer.parameters()) expectEven(p, 1 / 5);
    }
  });

  test("Embedding: normal, and the padding row zeros", () => {
    const { weight } = new nn.Embedding(200, 20, { paddingIdx: -1, seed: 1 });
    expect(spread(weight).std).toBeCloseTo(1, 1);
    expect(spread(weight).max).toBeGreaterThan(3);
    expect(weight.at(199).toArray()).toEqual(new Array(20).fill(0));
    expect(weight.at(0).toArray()).not.toContain(0);
  });

  test("MultiheadAttention: ±√(6 / (4 embedDim)) in, ±1 / √embedDim out, biases 0", () => {
    const { inProjWeight, inProjBias, outProj } = new nn.MultiheadAttention(24, 2, { seed: 1 });
    expectEven(inProjWeight, Math.sqrt(6 / 96));
    expectEven(outProj.weight, 1 / Math.sqrt(24));
    expect(spread(inProjBias).max).toBe(0);
    expect(spread(outProj.bias).max).toBe(0);
  });

  test("norms: weight 1, bias 0; batch norm's statistics 0 and 1", () => {
    const layers = [new nn.LayerNorm(3), new nn.GroupNorm(1, 3), new nn.BatchNorm2d(3)];
    for (const { weight, bias } of layers) {
      expect([weight?.toArray(), bias?.toArray()]).toEqual([
        [1, 1, 1],
        [0, 0, 0],
      ]);
    }
    expect(new nn.RMSNorm(2).weight?.toArray()).toEqual([1, 1]);
    const { runningMean, runningVar, numBatchesTracked } = new nn.BatchNorm1d(2);
    expect([runningMean, runningVar, numBatchesTracked].map((t) => t?.toArray())).toEqual([
      [0, 0],
      [1, 1],
      0,
    ]);
  });
});

describe("where random numbers come from", () => {
  const first = (options?: nn.LayerOptions) => new nn.Linear(2, 2, options).weight.toArray();

  test("layers without seed or random take turns at one stream, which manualSeed(seed) begins", () => {
    nn.manualSeed(3);
    const [a, b] = [first(), first()];
    expect(a).not.toEqual(b);
    nn.manualSeed(3);
    expect([first(), first()]).toEqual([a, b]);
    nn.manualSeed("other");
    expect(first()).not.toEqual(a);
  });

  test("{ random } goes on with a stream, { seed } begins one", () => {
    const stream = random(5);
    const [a, b] = [first({ random: stream }), first({ random: stream })];
    expect(a).toEqual(first({ seed: 5 }));
    expect(b).not.toEqual(a);
    expect(first({ seed: 5 })).toEqual(a);
  });

  test("manualSeed(seed) also decides what Dropout drops, of a layer that was there before", () => {
    const dropout = new nn.Dropout();
    const x = new nn.Linear(50, 2, { seed: 1 }).weight;
    nn.manualSeed(1);
    const once = dropout.forward(x).toArray();
    expect(dropout.forward(x).toArray()).not.toEqual(once);
    nn.manualSeed(1);
    expect(dropout.forward(x).toArray()).toEqual(once);
  });

  test("both at once, or what is no Random, is refused", () => {
    const both = { seed: 1, random: random(1) };
    expect(() => new nn.Conv2d(1, 1, 1, both)).toThrow("Conv2d: give seed or random, not both.");
    expect(() => new nn.GRU(1, 1, { random: 5 as never })).toThrow(
      "GRU: expected a Random, such as random(seed); got 5.",
    );
    expect(() => nn.manualSeed(0.5)).toThrow("expected a seed that is a safe integer or a string, got 0.5.");
  });
});
