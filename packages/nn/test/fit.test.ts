import { type Tensor, tensor, zeros } from "@outgrad/engine";
import { type Random, random } from "@outgrad/engine/random";
import { describe, expect, it } from "vitest";
import {
  Adam,
  BatchNorm1d,
  type EpochEvent,
  type FitState,
  fit,
  SGD,
  type StepEvent,
  StepLR,
} from "../src/index.js";

/** y = 2 x1 - x2 + 0.5 with noise, and a linear model for it. */
function line(seed = 1, rows = 23) {
  const stream = random(seed);
  const x = Float64Array.from({ length: 2 * rows }, () => stream.normal());
  const y = Float64Array.from(
    { length: rows },
    (_, i) => 2 * (x[2 * i] as number) - (x[2 * i + 1] as number) + 0.5 + 0.01 * stream.normal(),
  );
  const w = zeros([1, 2], { requiresGrad: true }) as Tensor;
  const b = zeros([1], { requiresGrad: true }) as Tensor;
  return {
    data: [tensor(x, { shape: [rows, 2] }) as Tensor, tensor(y, { shape: [rows, 1] }) as Tensor],
    parameters: [w, b],
    loss: (x: Tensor, y: Tensor): Tensor => x.linear(w, b).sub(y).square().mean(),
  };
}

const numbers = (parameters: readonly Tensor[]): number[] => parameters.flatMap(({ data }) => [...data]);

describe("fit(options)", () => {
  it("finds the line, and tells of every step and epoch", async () => {
    const { data, loss, parameters } = line();
    const steps: StepEvent[] = [];
    const epochs: EpochEvent[] = [];
    const result = await fit({
      data,
      loss,
      optimizer: new SGD(parameters, { lr: 0.1 }),
      epochs: 30,
      batchSize: 5,
      random: random(3),
      onStep: (event) => steps.push(event),
      onEpoch: (event) => epochs.push(event),
    });
    expect(result.why).toBe("all epochs are done");
    expect(result.steps).toBe(150);
    expect(steps.map(({ step }) => step)).toEqual(Array.from({ length: 150 }, (_, i) => i + 1));
    expect(steps.slice(0, 6).map(({ epoch, batch, batches }) => [epoch, batch, batches])).toEqual([
      [0, 0, 5],
      [0, 1, 5],
      [0, 2, 5],
      [0, 3, 5],
      [0, 4, 5],
      [1, 0, 5],
    ]);
    expect(epochs.map(({ metrics }) => metrics)).toEqual(result.history);
    expect(result.history.at(-1)?.loss).toBeLessThan(0.001);
    const [w1, w2, b] = numbers(parameters) as [number, number, number];
    expect([w1, w2, b].map((p, i) => Math.abs(p - ([2, -1, 0.5][i] as number)) < 0.02)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it("sees every row once an epoch, in orders that the seed decides", async () => {
    const seen = async (order: Random | undefined, dropLast = false): Promise<number[][]> => {
      const rows = tensor(Float64Array.from({ length: 7 }, (_, i) => i)) as Tensor;
      const p = tensor([0], { requiresGrad: true }) as Tensor;
      const found: number[] = [];
      await fit({
        data: [rows],
        loss: (batch) => {
          found.push(...batch.data);
          return p.sum();
        },
        optimizer: new SGD([p], { lr: 1 }),
        epochs: 2,
        batchSize: 3,
        dropLast,
        ...(order && { random: order }),
      });
      return [found.slice(0, found.length / 2), found.slice(found.length / 2)];
    };
    const natural = [0, 1, 2, 3, 4, 5, 6];
    expect(await seen(undefined)).toEqual([natural, natural]);
    expect(await seen(undefined, true)).toEqual([natural.slice(0, 6), natural.slice(0, 6)]);
    const [first, second] = (await seen(random(5))) as [number[], number[]];
    expect(first).not.toEqual(second);
    expect(first.toSorted()).toEqual(natural);
    expect(second.toSorted()).toEqual(natural);
    expect(await seen(random(5))).toEqual([first, second]);
  });

  it("weighs the loss of an epoch by rows", async () => {
    const p = tensor([0], { requiresGrad: true }) as Tensor;
    const { history } = await fit({
      data: [tensor([1, 1, 1, 9])],
      loss: (batch) => batch.mean().add(p.mul(0).sum()),
      optimizer: new SGD([p], { lr: 1 }),
      epochs: 1,
      batchSize: 3,
    });
    expect(history).toEqual([{ loss: 3 }]);
  });

  it("stops early by a metric of validate, and takes the best parameters back", async () => {
    const p = tensor([0], { requiresGrad: true }) as Tensor;
    const modes: string[] = [];
    const result = await fit({
      data: [tensor([1])],
      loss: () => p.neg().sum(),
      optimizer: new SGD([p], { lr: 1 }),
      epochs: 50,
      model: { train: () => modes.push("train"), eval: () => modes.push("eval") },
      validate: () => ({ accuracy: -Math.abs(p.item() - 4) }),
      earlyStopping: { metric: "accuracy", mode: "max", patience: 2 },
    });
    expect(result.why).toBe("stopped early");
    expect(result.best).toEqual({ epoch: 3, metric: -0, since: 3 });
    expect(result.history.length).toBe(7);
    expect(p.item()).toBe(4);
    expect(modes).toEqual(Array.from({ length: 14 }, (_, i) => (i % 2 ? "eval" : "train")));
  });

  it("moves a schedule after each epoch or batch, and clips gradients", async () => {
    for (const scheduleEvery of ["epoch", "batch"] as const) {
      const p = tensor([0], { requiresGrad: true }) as Tensor;
      const optimizer = new SGD([p], { lr: 1 });
      const rates: number[] = [];
      await fit({
        data: [tensor([1, 2, 3, 4])],
        loss: (batch) => batch.mul(p).sum().mul(100),
        optimizer,
        epochs: 2,
        batchSize: 2,
        maxGradNorm: 0.5,
        schedule: new StepLR(optimizer, { stepSize: 1, gamma: 0.5 }),
        scheduleEvery,
        onStep: ({ lr }) => rates.push(lr),
      });
      expect(rates).toEqual(scheduleEvery === "epoch" ? [1, 1, 0.5, 0.5] : [1, 0.5, 0.25, 0.125]);
      expect(p.item()).toBeCloseTo(-0.5 * rates.reduce((sum, rate) => sum + rate, 0), 5);
    }
  });

  it("ends when the signal comes, after the step it is in", async () => {
    const { data, loss, parameters } = line();
    const controller = new AbortController();
    const result = await fit({
      data,
      loss,
      optimizer: new SGD(parameters, { lr: 0.1 }),
      epochs: 10,
      batchSize: 5,
      signal: controller.signal,
      onStep: ({ step }) => {
        if (step === 7) controller.abort();
      },
    });
    expect([result.why, result.steps, result.history.length]).toEqual(["cancelled", 7, 1]);
  });

  it("goes on from any checkpoint to the same bits", async () => {
    const run = async (resume?: FitState, saved?: { weights: number[]; adam: unknown }, every?: number) => {
      const { data, loss, parameters } = line();
      const optimizer = new Adam(parameters, { lr: 0.05 });
      const order = random(8);
      if (saved) {
        let at = 0;
        for (const p of parameters) {
          p.data = saved.weights.slice(at, at + p.size);
          at += p.size;
        }
        optimizer.load(saved.adam as never);
      }
      const kept: { state: FitState; weights: number[]; adam: unknown }[] = [];
      const result = await fit({
        data,
        loss: (x, y) => loss(x.dropout(0.2, order), y),
        optimizer,
        epochs: 4,
        batchSize: 5,
        random: order,
        earlyStopping: { patience: 10 },
        ...(resume && { resume }),
        ...(every && {
          checkpoint: {
            every,
            save: (state: FitState) => {
              const [copy, adam] = [structuredClone(state), structuredClone(optimizer.state())];
              kept.push({ state: copy, weights: numbers(parameters), adam });
            },
          },
        }),
      });
      return { kept, result, weights: numbers(parameters) };
    };
    const whole = await run(undefined, undefined, 1);
    expect(whole.kept.length).toBe(20);
    for (const { state, weights, adam } of whole.kept) {
      const rest = await run(state, { weights, adam });
      expect(rest.weights).toEqual(whole.weights);
      expect(rest.result).toEqual(whole.result);
    }
  });

  it("takes the running statistics of the best epoch back with its parameters", async () => {
    const { data, parameters } = line();
    const [weight, bias] = parameters as [Tensor, Tensor];
    const model = new BatchNorm1d(2);
    const loss = (x: Tensor, y: Tensor) => model.forward(x).linear(weight, bias).sub(y).square().mean();
    const all = [...parameters, ...model.parameters()];
    const { best } = await fit({
      data,
      loss,
      model,
      optimizer: new SGD(all, { lr: 0.05 }),
      epochs: 5,
      batchSize: 6,
      validate: () => ({ all: loss(data[0] as Tensor, data[1] as Tensor).item() }),
      // The greatest loss is that of the first epoch.
      earlyStopping: { metric: "all", mode: "max", patience: 9 },
    });
    expect([best?.epoch, best?.since]).toEqual([0, 4]);
    expect(loss(data[0] as Tensor, data[1] as Tensor).item()).toBe(best?.metric);
  });

  it("T018 forgets gradients before each step, also those from before", async () => {
    const run = async (stale: boolean) => {
      const { data, loss, parameters } = line();
      if (stale)
        for (const p of parameters)
          p.grad = tensor(
            p.data.map(() => 1e3),
            { shape: p.shape as number[] },
          ) as Tensor;
      await fit({ data, loss, optimizer: new SGD(parameters, { lr: 0.1 }), epochs: 2, batchSize: 5 });
      return numbers(parameters);
    };
    expect(await run(true)).toEqual(await run(false));
  });

  it("gives the event loop a turn", async () => {
    const p = tensor([0], { requiresGrad: true }) as Tensor;
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await fit({
      data: [tensor(new Float64Array(2000))],
      loss: (batch) => {
        const end = performance.now() + 1;
        while (performance.now() < end);
        return batch.add(p).sum();
      },
      optimizer: new SGD([p], { lr: 0 }),
      epochs: 1,
      batchSize: 10,
    });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(1);
  });
});

describe("fit refuses", () => {
  const p = tensor([0], { requiresGrad: true }) as Tensor;
  const usual = {
    data: [tensor([1, 2])] as Tensor[],
    loss: (batch: Tensor) => batch.mul(p).sum(),
    optimizer: new SGD([p], { lr: 1 }),
    epochs: 1,
  };

  it.each([
    ["data of other lengths", { data: [tensor([1, 2]), tensor([1])] }, "the first sizes must be equal"],
    ["no data", { data: [] }, "data is a list of Tensors"],
    ["data without rows", { data: [zeros([0, 2])] }, "and not 0"],
    ["no epochs", { epochs: 0 }, "epochs is how often all rows are seen"],
    ["a batch of none", { batchSize: 0 }, "batchSize is the number of rows"],
    ["dropping all", { dropLast: true }, "dropLast leaves nothing of 2 rows in batches of 32"],
    ["a loss that is no function", { loss: 3 as never }, "loss is a function; got 3"],
    [
      "a loss of several numbers",
      { loss: (batch: Tensor) => batch.mul(p) },
      "loss gives a Tensor of one number",
    ],
    ["a metric that nobody gives", { earlyStopping: { metric: "f1", patience: 1 } }, 'watches "f1"'],
    ["a mode that is none", { earlyStopping: { mode: "best" as never, patience: 1 } }, '"min" or "max"'],
    ["a checkpoint every 0 steps", { checkpoint: { every: 0, save() {} } }, "checkpoint.every"],
    ["what is no state", { resume: {} as never }, "resume is what checkpoint.save was given"],
  ])("%s", async (_, options, sentence) => {
    await expect(fit({ ...usual, ...options } as never)).rejects.toThrow(sentence);
  });

  it("a gradient that is not finite, by the optimiser's sentence, and leaves the parameters alone", async () => {
    p.data[0] = 1;
    const bad = fit({ ...usual, data: [tensor([1, Number.NaN])] });
    await expect(bad).rejects.toThrow("SGD.step");
    expect(p.item()).toBe(1);
  });
});
