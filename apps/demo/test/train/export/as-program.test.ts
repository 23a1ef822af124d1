import { describe, expect, it } from "vitest";
import { bugs, type Config, initialConfig } from "../../../src/train/config.ts";
import { asProgram } from "../../../src/train/export/as-program.ts";
import { Run } from "../../../src/train/run.ts";
import { runProgram } from "./program.ts";

const small: Partial<Config> = { n: 30, layers: [4, 3], batch: 7, epochs: 3, path: "eager" };
const configs: Config[] = [
  { ...initialConfig("moons"), ...small },
  { ...initialConfig("spiral"), ...small, n: 40, schedule: "cosine", optimiser: "adamw" },
  {
    ...initialConfig("xor"),
    ...small,
    loss: "mse",
    optimiser: "sgd",
    activations: ["sigmoid", "relu"],
    seed: 9,
  },
  { ...initialConfig("blobs"), ...small, loss: "crossEntropy", l2: 0.01, layers: [], schedule: "step" },
  { ...initialConfig("circles"), ...small, activations: ["leakyRelu"], dataSeed: 4, batch: 100, l1: 0.01 },
  {
    ...initialConfig("moons"),
    ...small,
    activations: ["softplus"],
    loss: "bce",
    init: "normal",
    optimiser: "nesterov",
  },
  { ...initialConfig("lecture"), path: "eager", epochs: 5 },
  { ...initialConfig("own"), path: "eager", epochs: 5, init: "small", optimiser: "rmsprop", lr: 0.01 },
  ...bugs
    .filter((bug) => bug !== "overwriteGrad")
    .map((bug) => ({ ...initialConfig("moons"), ...small, lr: 0.02, bug })),
];

describe("asProgram", () => {
  it.each(configs)("trains as the run does, bit for bit: $data $bug", (config) => {
    const run = new Run(config);
    const work = run.work();
    while (run.history.length <= config.epochs) work.next();
    const { printed } = runProgram(asProgram(config));
    const isTested = run.task.test.length > 0;
    expect(printed.slice(0, -1)).toEqual(
      run.history.map(({ epoch, train, test }) => [
        "epoch",
        epoch,
        "train loss",
        train.loss,
        ...(isTested ? ["test loss", test.loss] : []),
      ]),
    );
    const last = run.history.at(-1);
    expect(printed.at(-1)).toEqual(
      isTested ? ["test accuracy", last?.test.accuracy] : ["train accuracy", last?.train.accuracy],
    );
  });
});
