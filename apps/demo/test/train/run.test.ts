import { describe, expect, it } from "vitest";
import { type Config, initialConfig } from "../../src/train/config.ts";
import { Run } from "../../src/train/run.ts";

/** Trains until so many epochs are measured. */
function trained(settings: Partial<Config>, epochs: number): Run {
  const run = new Run({ ...initialConfig(settings.data ?? "moons"), ...settings });
  const work = run.work();
  while (run.history.length <= epochs) work.next();
  return run;
}

const small: Partial<Config> = { n: 30, layers: [4], batch: 7 };

describe("Run", () => {
  it("measures before the first update and after every epoch", () => {
    const { history, step, stepsPerEpoch, samples } = trained(small, 2);
    expect(history.map(({ epoch }) => epoch)).toEqual([0, 1, 2]);
    expect(stepsPerEpoch).toBe(3);
    expect(step).toBe(6);
    expect(samples).toBe(40);
  });

  it("gives the same run for the same config, and another one for another seed", () => {
    const [one, two] = [trained(small, 3), trained(small, 3)];
    expect(one.history).toEqual(two.history);
    expect(one.network.parameters.map(({ data }) => data)).toEqual(
      two.network.parameters.map(({ data }) => data),
    );
    expect(trained({ ...small, seed: 2 }, 3).history).not.toEqual(one.history);
  });

  it.each(["eager", "auto"] as const)(
    "has the gradient of the whole batch, in the parts of path %s",
    (path) => {
      const before = new Run({
        ...initialConfig("moons"),
        n: 30,
        layers: [64, 64],
        batch: 20,
        optimiser: "sgd",
        lr: 0.1,
        path,
      });
      const work = before.work();
      const pieces: string[] = [];
      for (let done: string | undefined; before.epoch === 0; pieces.push(done ?? ""))
        done = work.next().value;
      // Of 20 samples eager takes 3 at once, and a recording 18.
      expect(pieces.filter((done) => done === "training")).toHaveLength(path === "eager" ? 6 : 1);
      const { network, judge, task } = before;
      const gradients = network.parameters.map(({ grad }) => grad);
      const untrained = new Run(before.config);
      untrained.rule.zeroGrad();
      const order = [...task.train];
      untrained.judge
        .loss(
          order.map((i) => untrained.network.forward(task.inputs[i] ?? [])),
          order.map((i) => judge.target(task.labels[i] as number)),
        )
        .div(order.length)
        .backward();
      untrained.network.parameters.forEach(({ grad }, i) => {
        expect(grad).toBeCloseTo(gradients[i] as number, 12);
      });
    },
  );

  describe.each(["replay", "vector", "wasm", "auto"] as const)("computed by %s", (path) => {
    it.each(["maxMargin", "mse", "crossEntropy"] as const)(
      "has the losses and weights of eager: %s",
      (loss) => {
        const [eager, compiled] = [
          trained({ ...small, loss, path: "eager" }, 3),
          trained({ ...small, loss, path }, 3),
        ];
        const numbers = ({ history, network }: Run) => [
          ...history.flatMap(({ train, test }) => [train.loss, test.loss, train.accuracy]),
          ...network.parameters.map(({ data }) => data),
        ];
        const expected = numbers(eager);
        if (path === "replay") expect(numbers(compiled)).toEqual(expected);
        for (const [i, number] of numbers(compiled).entries())
          expect(number).toBeCloseTo(expected[i] as number, 12);
        expect(compiled.choices?.step.target).toBe(path === "auto" ? "wasm" : path);
      },
    );
  });

  it("a run of a few updates is replayed, and says why", () => {
    const { step } = trained({ ...small, epochs: 2 }, 1).choices ?? {};
    expect(step).toMatchObject({ target: "replay", why: "6 calls are not worth more" });
  });

  it("eager compiles nothing", () => {
    expect(trained({ ...small, path: "eager" }, 1).choices).toBeNull();
  });

  it.each(["moons", "xor", "blobs", "circles"] as const)("learns %s with its initial settings", (data) => {
    const { history } = trained({ data }, 25);
    expect(history.at(-1)?.train.accuracy).toBeGreaterThan(0.97);
    expect(history.at(-1)?.test.accuracy).toBeGreaterThan(0.94);
  });

  it.each(["mse", "crossEntropy"] as const)("learns moons with %s", (loss) => {
    const { history } = trained({ loss }, 25);
    expect(history.at(-1)?.train.accuracy).toBeGreaterThan(0.97);
  });

  it("an L2 penalty keeps the weights small", () => {
    const norm = (run: Run) => run.network.parameters.reduce((sum, { data }) => sum + data * data, 0);
    expect(norm(trained({ ...small, l2: 0.05 }, 20))).toBeLessThan(norm(trained(small, 20)) / 2);
  });

  it("says in a sentence when the loss is no longer a number", () => {
    expect(() => trained({ ...small, loss: "mse", lr: 10, optimiser: "sgd" }, 200)).toThrow(
      /^Training left the numbers: the loss is (NaN|Infinity) after \d+ updates\. The learning rate 10 is too large/,
    );
  });
});
