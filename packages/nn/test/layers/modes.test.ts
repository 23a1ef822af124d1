import { ones, type Tensor, tensor, zeros } from "@outgrad/engine";
import { describe, expect, test } from "vitest";
import * as nn from "../../src/index.js";
import { numbers } from "./catalogue/entry.js";

describe("Dropout(p)", () => {
  test("drops about p of the numbers in training and keeps the mean", () => {
    const y = new nn.Dropout(0.25, { seed: 1 }).forward(ones([10000]));
    const values = [...new Set(y.toArray() as number[])].sort();
    expect(values).toEqual([0, 1 / 0.75]);
    expect(y.mean().item()).toBeCloseTo(1, 1.5);
  });

  test("gives x itself after eval(), or with p = 0; zeros with p = 1", () => {
    const x = numbers([5]);
    const dropout = new nn.Dropout(0.9);
    expect(dropout.eval().forward(x)).toBe(x);
    expect(dropout.train().forward(x)).not.toBe(x);
    expect(new nn.Dropout(0).forward(x)).toBe(x);
    expect(new nn.Dropout(1).forward(x).abs().toArray()).toEqual([0, 0, 0, 0, 0]);
  });

  test("attention and TransformerBlock drop in training only", () => {
    const x = numbers([4, 2, 8]);
    const attention = new nn.MultiheadAttention(8, 2, { dropout: 0.5, seed: 1 });
    const block = new nn.TransformerBlock(8, 2, { dimFeedforward: 16, dropout: 0.5, seed: 1 });
    const runs: [nn.Module<Tensor>, () => Tensor][] = [
      [attention, () => attention.forward(x, x, x)[0]],
      [block, () => block.forward(x)],
    ];
    for (const [module, run] of runs) {
      expect(run().toArray()).not.toEqual(run().toArray());
      module.eval();
      expect(run().toArray()).toEqual(run().toArray());
    }
  });
});

describe("BatchNorm1d", () => {
  const batch = tensor([[1], [3]]);

  test("moves its statistics in training by momentum, the variance divided by n - 1, and uses them after eval()", () => {
    const norm = new nn.BatchNorm1d(1, { momentum: 0.5, eps: 0 });
    expect(norm.forward(batch).toArray()).toEqual([[-1], [1]]);
    expect([norm.runningMean?.toArray(), norm.runningVar?.toArray()]).toEqual([[1], [1.5]]);
    expect(norm.numBatchesTracked?.item()).toBe(1);
    norm.eval();
    expect(norm.forward(tensor([[1]])).toArray()).toEqual([[0]]);
    expect((norm.forward(batch).toArray() as number[][])[1]?.[0]).toBeCloseTo(2 / Math.sqrt(1.5), 14);
    expect(norm.numBatchesTracked?.item()).toBe(1);
    expect(norm.runningMean?.toArray()).toEqual([1]);
  });

  test("with momentum: null they are the means over all batches", () => {
    const norm = new nn.BatchNorm1d(1, { momentum: null });
    for (const mean of [2, 4, 9]) norm.forward(tensor([[mean - 1], [mean + 1]]));
    expect(norm.runningMean?.item()).toBeCloseTo(5, 14);
    expect(norm.runningVar?.item()).toBeCloseTo(2, 14);
    expect(norm.numBatchesTracked?.item()).toBe(3);
  });

  test("without statistics the batch's own are used after eval() too", () => {
    const norm = new nn.BatchNorm1d(1, { trackRunningStats: false, eps: 0 }).eval();
    expect(norm.forward(batch).toArray()).toEqual([[-1], [1]]);
    expect(norm.namedBuffers()).toEqual([]);
  });

  test("one sample has no variance: training on it is refused, and nothing has changed", () => {
    const norm = new nn.BatchNorm1d(2);
    expect(() => norm.forward(zeros([1, 2]))).toThrow(
      "has one number for each channel, which has no variance",
    );
    expect([norm.runningMean?.toArray(), norm.numBatchesTracked?.item()]).toEqual([[0, 0], 0]);
  });
});

describe("train(), eval()", () => {
  class Net extends nn.Module<Tensor> {
    first = new nn.Sequential(new nn.Linear(2, 2), new nn.Sequential(new nn.Dropout()));
    others = [new nn.BatchNorm1d(2), { deep: new nn.Tanh() }];
  }
  const inside = (net: Net) =>
    [net, net.first, net.first[1], ...net.others].map((part) =>
      part instanceof nn.Module ? part.training : (part as { deep: nn.Tanh }).deep.training,
    );

  test("reach all Modules inside, also in lists, and return the Module", () => {
    const net = new Net();
    expect(inside(net)).toEqual([true, true, true, true, true]);
    expect(net.eval()).toBe(net);
    expect(inside(net)).toEqual([false, false, false, false, false]);
    expect((net.first[1] as nn.Sequential)[0]).toMatchObject({ training: false });
    net.train();
    expect(inside(net)).toEqual([true, true, true, true, true]);
  });

  test("train(1) is refused", () => {
    expect(() => new Net().train(1 as never)).toThrow("Net.train: expected true or false, got 1.");
  });
});
