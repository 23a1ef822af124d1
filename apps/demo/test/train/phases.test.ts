import { describe, expect, it } from "vitest";
import { type Config, initialConfig } from "../../src/train/config.ts";
import { Run } from "../../src/train/run.ts";

const config: Config = { ...initialConfig("moons"), n: 30, layers: [4], batch: 7 };

function prepared(settings: Partial<Config> = {}) {
  const run = new Run({ ...config, ...settings });
  const work = run.work();
  while (work.next().value !== "ready");
  run.separate = true;
  const next = () => {
    let done = work.next().value;
    while (done === "training" || done === "measuring" || done === "measured") done = work.next().value;
    return done;
  };
  return { run, next };
}
const data = ({ network }: Run) => network.parameters.map((p) => p.data);
const grads = ({ network }: Run) => network.parameters.map((p) => p.grad);
const isZero = (numbers: number[]) => numbers.every((x) => x === 0);

describe.each(["auto", "eager"] as const)("the four sub-steps by path %s", (path) => {
  it("go round, each changing what it says: the loss, the gradients, the weights, the gradients", () => {
    const { run, next } = prepared({ path });
    const start = data(run);
    expect(run.batchLoss).toBeNull();
    expect(isZero(grads(run))).toBe(true);
    expect(next()).toBe("forward");
    expect(run.batch).toHaveLength(7);
    const loss = run.batchLoss as number;
    expect(loss).toBeGreaterThan(0);
    expect(isZero(grads(run))).toBe(true);
    expect(next()).toBe("backward");
    expect(run.batchLoss).toBeCloseTo(loss, 12);
    expect(isZero(grads(run))).toBe(false);
    expect(data(run)).toEqual(start);
    const slopes = grads(run);
    expect(next()).toBe("update");
    expect(run.step).toBe(1);
    expect(grads(run)).toEqual(slopes);
    // The first velocity is the gradient itself.
    data(run).forEach((w, i) => {
      expect(w).toBeCloseTo((start[i] as number) - 0.1 * (slopes[i] as number), 14);
    });
    expect(next()).toBe("zero");
    expect(isZero(grads(run))).toBe(true);
    expect(run.phase).toBe("zero");
    expect(next()).toBe("forward");
  });
});

it("separate sub-steps give the same run", () => {
  const { run, next } = prepared();
  while (run.step < 7) next();
  const whole = new Run(config);
  const work = whole.work();
  while (whole.step < 7) work.next();
  expect(data(run)).toEqual(data(whole));
});

describe("the bugs", () => {
  const updated = (settings: Partial<Config>, updates: number) => {
    const { run, next } = prepared(settings);
    while (run.step < updates) next();
    return run;
  };
  const plain = { optimiser: "sgd", lr: 0.1 } as const;

  it("forgetZeroGrad adds the gradients of two batches", () => {
    const { run, next } = prepared({ ...plain, bug: "forgetZeroGrad" });
    while (run.phase !== "update") next();
    const first = grads(run);
    const middle = data(run);
    expect(next()).toBe("zero");
    expect(grads(run)).toEqual(first);
    next();
    next();
    const second = new Run(run.config);
    second.network.parameters.forEach((p, i) => {
      p.data = middle[i] as number;
    });
    const { task, judge, network } = second;
    judge
      .loss(
        run.batch.map((i) => network.forward(task.inputs[i] ?? [])),
        run.batch.map((i) => judge.target(task.labels[i] as number)),
      )
      .div(run.batch.length)
      .backward();
    grads(run).forEach((grad, i) => {
      expect(grad).toBeCloseTo((first[i] as number) + (network.parameters[i]?.grad as number), 12);
    });
  });

  it("wrongSign climbs", () => {
    const [right, wrong] = [updated(plain, 1), updated({ ...plain, bug: "wrongSign" }, 1)];
    const start = data(new Run(right.config));
    start.forEach((w, i) => {
      expect(((data(right)[i] as number) + (data(wrong)[i] as number)) / 2).toBeCloseTo(w, 14);
    });
  });

  it("noShuffle takes one class after the other, in the order of the data", () => {
    const { run, next } = prepared({ bug: "noShuffle" });
    next();
    const { train, labels } = run.task;
    expect(run.batch).toEqual(train.filter((i) => labels[i] === 0).slice(0, 7));
  });

  it("zeroInit starts at 0 and keeps the neurons of a layer alike", () => {
    const run = updated({ bug: "zeroInit", activations: ["sigmoid"] }, 5);
    const [neurons = []] = run.network.modules.map((layer) => layer.neurons);
    const numbers = neurons.map(({ weights, bias }) => [...weights, bias].map((w) => w.data));
    for (const other of numbers) expect(other).toEqual(numbers[0]);
  });

  it("lrTimes100 multiplies the learning rate", () => {
    expect(new Run({ ...config, bug: "lrTimes100" }).rule.lr).toBeCloseTo(10);
  });

  it("missingBias leaves every bias at 0", () => {
    const run = updated({ bug: "missingBias" }, 3);
    const biases = run.network.weights.filter(({ label }) => label.endsWith(".b"));
    expect(biases).toHaveLength(5);
    expect(biases.every((bias) => bias.data === 0)).toBe(true);
  });

  it("overwriteGrad keeps what the first sample of the batch says, where it is the only use", () => {
    const { run, next } = prepared({ bug: "overwriteGrad", path: "auto", layers: [] });
    next();
    next();
    const { network, judge, task, batch } = run;
    const found = grads(run);
    run.rule.zeroGrad();
    const [first = 0] = batch;
    judge
      .loss([network.forward(task.inputs[first] ?? [])], [judge.target(task.labels[first] as number)])
      .div(batch.length)
      .backward();
    expect(found).toEqual(grads(run));
  });
});
