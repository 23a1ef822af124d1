import { cpu, tensor, useBackend } from "@outgrad/engine";
import { mse } from "@outgrad/losses";
import { afterEach, expect, test } from "vitest";
import {
  Adam,
  EMA,
  Linear,
  loadCheckpoint,
  manualSeed,
  readNumbers,
  Sequential,
  StepLR,
  saveCheckpoint,
  Tanh,
} from "../../src/index.js";
import { dtype, numbers } from "./numbers.js";
import { remote } from "./remote.js";

afterEach(() => {
  useBackend(cpu);
});

const training = () => {
  manualSeed(5);
  const net = new Sequential(new Linear(2, 4, { dtype }), new Tanh(), new Linear(4, 1, { dtype }));
  const optimizer = new Adam(net.parameters(), { lr: 0.1 });
  const ema = new EMA(net.parameters(), { decay: 0.5 });
  const [x, y] = [numbers([8, 2], 1), numbers([8, 1], 2)];
  const step = () => {
    optimizer.zeroGrad();
    mse(net.forward(x), y).backward();
    optimizer.step();
    ema.update();
  };
  return { net, optimizer, ema, step };
};
const file = ({ net, optimizer, ema }: ReturnType<typeof training>) =>
  saveCheckpoint({ net, optimizer, ema });

test("saveCheckpoint needs readNumbers, and training goes on from the file bit for bit, there and after a loss", async () => {
  useBackend(remote());
  const first = training();
  first.step();
  first.step();
  expect(() => file(first)).toThrow(
    'Sequential.stateDict: the numbers of "0.weight" are on remote; call it after await readNumbers(...).',
  );
  await readNumbers(first.net, first.optimizer);
  expect(() => file(first)).toThrow("EMA.state: the numbers of an average are on remote");
  await readNumbers(first.net, first.optimizer, first.ema);
  const saved = file(first);
  first.step();
  first.step();
  await readNumbers(first.net, first.optimizer, first.ema);
  const wanted = file(first);

  const second = training();
  second.step();
  loadCheckpoint(saved, { net: second.net, optimizer: second.optimizer, ema: second.ema });
  expect(file(second)).toEqual(saved);
  second.step();
  second.step();
  await readNumbers(second.net, second.optimizer, second.ema);
  expect(file(second)).toEqual(wanted);
});

test("loadCheckpoint reads nothing, and leaves all parts as they were if one does not fit", async () => {
  const other = training();
  const schedule = new StepLR(other.optimizer, { stepSize: 1 });
  const saved = saveCheckpoint({
    net: other.net,
    optimizer: other.optimizer,
    ema: other.ema,
    schedule: other.ema,
  });
  useBackend(remote());
  const { net, optimizer, ema, step } = training();
  step();
  expect(() => loadCheckpoint(saved, { net, optimizer, ema, schedule })).toThrow("StepLR.load");
  const control = training();
  control.step();
  await readNumbers(net, optimizer, ema, control.net, control.optimizer, control.ema);
  expect(file({ net, optimizer, ema, step })).toEqual(file(control));
});

test("saveCheckpoint of a Tensor that was not read says so", () => {
  const t = tensor([1], { dtype }).to(remote());
  expect(() => saveCheckpoint({ weights: { t } })).toThrow(
    "saveCheckpoint: the numbers of weights.t are on remote; call it after await readNumbers(...).",
  );
});
