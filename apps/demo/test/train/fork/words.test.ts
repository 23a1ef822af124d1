import { describe, expect, it } from "vitest";
import type { Measurement } from "../../../src/lab/score.ts";
import { initialConfig } from "../../../src/train/config.ts";
import { comparison, difference, settingsInWords } from "../../../src/train/fork/words.ts";

const a = initialConfig("moons");

const measured = (epoch: number, loss: number): Measurement => ({
  epoch,
  train: { loss, accuracy: 0.5 },
  test: { loss, accuracy: 0.5 },
});

describe("difference(a, b)", () => {
  it("says in which settings two runs differ", () => {
    expect(difference(a, { ...a, lr: 0.01 })).toBe("A has learning rate 0.1, B 0.01.");
    expect(difference(a, { ...a, l2: 0.01, bug: "forgetZeroGrad" })).toBe(
      "A has L2 penalty none, B 0.01; A has mistake no mistake, B zeroGrad forgotten.",
    );
    expect(difference(a, a)).toBe("A and B have the same settings.");
  });
});

describe("comparison(a, b)", () => {
  it("compares both at the last epoch that both have reached", () => {
    const [one, two] = [
      [0, 1, 2, 3].map((epoch) => measured(epoch, 4 - epoch)),
      [measured(0, 4), measured(1, 0.5)],
    ];
    expect(comparison(one, two)).toBe(
      "After epoch 1 the train loss of A is 3 (50.0 % right), that of B 0.5 (50.0 % right). B's is lower.",
    );
  });

  it("says nothing before both have trained", () => {
    expect(comparison([], [])).toBeNull();
    expect(comparison([measured(0, 1)], [measured(0, 1)])).toBeNull();
  });
});

describe("settingsInWords(config)", () => {
  it("is a line", () => {
    expect(settingsInWords({ ...a, optimiser: "sgd", lr: 1 })).toBe(
      "Two moons, 2 – 16 – 16 – 1, ReLU, SGD, learning rate 1, batch 25, Max-margin (hinge), 200 epochs, seed 1",
    );
  });
});
