import { describe, expect, it } from "vitest";
import golden from "../../../golden/pytorch.json" with { type: "json" };
import { type Config, initialConfig } from "../../../src/train/config.ts";
import { asPytorch } from "../../../src/train/export/as-pytorch.ts";
import { Run } from "../../../src/train/run.ts";

const small: Partial<Config> = { n: 30, batch: 7, epochs: 10 };
const configs: Readonly<Record<keyof typeof golden.runs, Config>> = {
  moons: { ...initialConfig("moons"), ...small, layers: [5, 4], l1: 0.001, l2: 0.002, optimiser: "nesterov" },
  spiral: {
    ...initialConfig("spiral"),
    ...small,
    layers: [6],
    activations: ["softplus"],
    loss: "bce",
    schedule: "step",
  },
  xor: {
    ...initialConfig("xor"),
    ...small,
    layers: [4, 3],
    activations: ["sigmoid", "leakyRelu"],
    loss: "crossEntropy",
    optimiser: "rmsprop",
    lr: 0.01,
    schedule: "cosine",
  },
  circles: { ...initialConfig("circles"), ...small, layers: [4], optimiser: "adagrad", schedule: "oneCycle" },
  lecture: { ...initialConfig("lecture"), epochs: 20 },
  adamw: { ...initialConfig("blobs"), ...small, layers: [3], optimiser: "adamw", l2: 0.01, init: "normal" },
  forgotten: { ...initialConfig("moons"), ...small, layers: [4], bug: "forgetZeroGrad", lr: 0.02 },
  sorted: { ...initialConfig("moons"), ...small, layers: [4], bug: "noShuffle" },
  biasless: { ...initialConfig("moons"), ...small, layers: [4], bug: "missingBias", init: "uniform" },
};

describe("asPytorch", () => {
  // After a change of these scripts run golden/pytorch.py, which runs them and keeps what they print.
  it.each(Object.entries(configs))("writes the script golden/pytorch/%s.py", async (name, config) => {
    await expect(asPytorch(config)).toMatchFileSnapshot(`../../../golden/pytorch/${name}.py`);
  });

  it.each(Object.entries(configs))("has the losses of the run in PyTorch, to 1e-12: %s", (name, config) => {
    const run = new Run(config);
    const work = run.work();
    while (run.history.length <= config.epochs) work.next();
    const { losses, accuracy } = golden.runs[name as keyof typeof golden.runs];
    const isTested = run.task.test.length > 0;
    const own = run.history.map(({ train, test }) => (isTested ? [train.loss, test.loss] : [train.loss]));
    expect(own).toHaveLength(config.epochs + 1);
    const differences = own.flatMap((pair, i) =>
      pair.map((loss, k) => Math.abs(loss - (losses[i]?.[k] ?? NaN))),
    );
    expect(Math.max(...differences)).toBeLessThan(1e-12);
    expect(run.history.at(-1)?.[isTested ? "test" : "train"].accuracy).toBe(accuracy);
  });
});
