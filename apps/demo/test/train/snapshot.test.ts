import { describe, expect, it } from "vitest";
import { bugs, type Config, initialConfig, optimisers, schedules } from "../../src/train/config.ts";
import { Run } from "../../src/train/run.ts";

const small: Partial<Config> = { n: 30, layers: [4], batch: 7, epochs: 5 };
const runWith = (settings: Partial<Config>) =>
  new Run({ ...initialConfig(settings.data ?? "moons"), ...small, ...settings });

/** Trains until an update is done, and what is measured after it. */
function trainTo(run: Run, step: number): Run {
  const work = run.work();
  const isComplete = (done: string | undefined) =>
    run.step >= step && (done === "measured" || (done === "update" && run.step % run.stepsPerEpoch !== 0));
  while (!isComplete(work.next().value));
  return run;
}
const weights = (run: Run) => run.network.weights.map(({ data }) => data);

describe.each([
  ...optimisers.map((optimiser) => ({ optimiser, lr: 0.05 })),
  ...schedules.map((schedule) => ({ schedule })),
  ...bugs.map((bug) => ({ bug, lr: 0.01 })),
  { init: "normal", l1: 0.01, l2: 0.01, loss: "crossEntropy", activations: ["tanh", "relu"], layers: [3, 3] },
] as Partial<Config>[])("snapshot() of %o", (settings) => {
  it("goes on bit for bit, in the same run and in a new one", () => {
    const step = 4;
    const run = trainTo(runWith(settings), step);
    const snapshot = structuredClone(run.snapshot());
    const whole = trainTo(run, 11);
    const [end, history] = [weights(whole), structuredClone(whole.history)];
    run.restore(snapshot);
    expect(run.step).toBe(step);
    expect(weights(trainTo(run, 11))).toEqual(end);
    expect(run.history).toEqual(history);
    const other = runWith(settings);
    other.restore(snapshot);
    expect(weights(trainTo(other, 11))).toEqual(end);
    expect(other.history.at(-1)).toEqual(history.at(-1));
  });
});

it.each([0, 6])("snapshot() after update %i, where an epoch begins, goes on as well", (step) => {
  const run = trainTo(runWith({}), step);
  const snapshot = run.snapshot();
  const end = weights(trainTo(run, 11));
  const other = runWith({});
  other.restore(snapshot);
  expect(weights(trainTo(other, 11))).toEqual(end);
});

it("restore(snapshot) takes the weights into a run with other settings, which keep their meaning", () => {
  const from = trainTo(runWith({ optimiser: "momentum" }), 4).snapshot();
  const fork = runWith({ optimiser: "adam", lr: 0.02 });
  fork.restore(from);
  expect(weights(fork)).toEqual([...from.weights]);
  expect(fork.rule.lr).toBe(0.02);
  expect(fork.history).toEqual([]);
  trainTo(fork, 7);
  expect(fork.history.map(({ epoch }) => epoch)).toEqual([4 / 3, 2]);
});

it("restore(snapshot) of another network throws and changes nothing", () => {
  const from = trainTo(runWith({ layers: [5] }), 1).snapshot();
  const run = runWith({});
  const before = weights(run);
  expect(() => run.restore(from)).toThrow("Run.restore: the snapshot has 21 weights, this network 17.");
  expect(weights(run)).toEqual(before);
});
