import { cpu, useBackend } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { mse } from "@outgrad/losses";
import { afterEach, expect, test } from "vitest";
import {
  Adam,
  BatchNorm1d,
  fit,
  Linear,
  loadCheckpoint,
  manualSeed,
  readNumbers,
  Sequential,
  SGD,
  saveCheckpoint,
} from "../../src/index.js";
import { dtype, numbers } from "./numbers.js";
import { remote } from "./remote.js";

afterEach(() => {
  useBackend(cpu);
});

const run = async (options: Partial<Parameters<typeof fit>[0]> = {}) => {
  manualSeed(4);
  const net = new Sequential(
    new Linear(2, 6, { dtype }),
    new BatchNorm1d(6, { dtype }),
    new Linear(6, 1, { dtype }),
  );
  const optimizer = new SGD(net.parameters(), { lr: 0.2, momentum: 0.9 });
  const losses: number[] = [];
  const result = await fit({
    data: [numbers([24, 2], 1), numbers([24, 1], 2)],
    loss: (x, y) => mse(net.forward(x), y),
    optimizer,
    model: net,
    epochs: 6,
    batchSize: 8,
    random: random(1),
    maxGradNorm: 1,
    onStep: ({ loss }) => losses.push(loss),
    ...options,
  });
  await readNumbers(net, optimizer);
  return { ...result, losses, net, optimizer };
};

test("fit there trains to the losses of the CPU, with checkpoints and the best epoch", async () => {
  const sizes: number[] = [];
  const options = {
    earlyStopping: { patience: 2 },
    schedule: undefined as never,
  };
  const here = await run(options);
  useBackend(remote());
  const there = await run({
    ...options,
    checkpoint: { every: 4, save: (state) => void sizes.push(saveCheckpoint({ state }).length) },
  });
  expect(there.steps).toBe(here.steps);
  expect(sizes.length).toBe(Math.floor(here.steps / 4));
  there.losses.forEach((loss, i) => {
    expect(Math.abs(loss / (here.losses[i] as number) - 1)).toBeLessThan(1e-4);
  });
  for (const [name, { data }] of Object.entries(there.net.stateDict())) {
    (data as Float32Array).forEach((x, i) => {
      expect(Math.abs(x - (here.net.stateDict()[name]?.data[i] as number)), name).toBeLessThan(1e-3);
    });
  }
});

test("fit there keeps weights, their gradients and what is remembered, and frees all else of a step", async () => {
  const kept = [];
  for (const epochs of [1, 6]) {
    const far = remote();
    useBackend(far);
    const { steps } = await run({ epochs });
    expect(steps).toBe(3 * epochs);
    kept.push(far.kept);
  }
  // Weight and bias of three layers, a gradient and a velocity for each, and the two running statistics.
  expect(kept).toEqual([20, 20]);
});

test("fit there reads weights and memory before checkpoint.save is called", async () => {
  useBackend(remote());
  manualSeed(4);
  const net = new Linear(2, 1, { dtype });
  const optimizer = new Adam(net.parameters());
  const files: Uint8Array[] = [];
  await fit({
    data: [numbers([6, 2], 1), numbers([6, 1], 2)],
    loss: (x, y) => mse(net.forward(x), y),
    optimizer,
    model: net,
    epochs: 2,
    batchSize: 3,
    checkpoint: { every: 1, save: (state) => void files.push(saveCheckpoint({ net, optimizer, state })) },
  });
  expect(files).toHaveLength(4);
  await readNumbers(net, optimizer);
  const last = loadCheckpoint(files[3] as Uint8Array, {});
  expect((last.net as { weight: { data: Float32Array } }).weight.data).toEqual(net.weight.data);
});
