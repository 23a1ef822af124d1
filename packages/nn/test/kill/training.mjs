// A training that kill.test.ts kills and starts again: node training.mjs <folder> [<when to die, as JSON>].
// It saves itself after every few steps, goes on from what was saved, and leaves folder/end when it is done.
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";
import { randn, tensor } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { crossEntropy } from "@outgrad/losses";
import {
  Adam,
  BatchNorm1d,
  Dropout,
  EMA,
  fit,
  Linear,
  loadCheckpoint,
  manualSeed,
  OneCycleLR,
  ReLU,
  Sequential,
  saveCheckpoint,
} from "@outgrad/nn";

const [, , folder, moment = "null"] = process.argv;
/** After how many steps, counted from the start of this process, and where; null for never. */
const death = JSON.parse(moment);
const file = join(folder, "checkpoint");

manualSeed(5);
const draw = random(1);
const x = randn([60, 6], draw, { dtype: "float32" });
const labels = tensor(Array.from({ length: 60 }, () => draw.integer(4)));
const [features, classes] = [6, 4];
// Dropout draws from the stream that all layers share.
const hidden = new Linear(features, 16, { dtype: "float32" });
const model = new Sequential(
  hidden,
  new BatchNorm1d(16),
  new ReLU(),
  new Dropout(0.3),
  new Linear(16, classes),
);
const optimizer = new Adam(model.parameters(), { lr: 0.01, weightDecay: 1e-3, amsgrad: true });
const schedule = new OneCycleLR(optimizer, { maxLr: 0.05, totalSteps: 320 });
const ema = new EMA(model.parameters(), { decay: 0.9 });
const order = random(2);
const parts = { model, optimizer, schedule, ema };

/** Tells the test that the moment has come, and waits for the end; or goes on until the end comes, if it comes soon. */
function die(waits) {
  writeSync(1, "now\n");
  if (waits) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

let steps = 0;
const isTime = (place) => death?.place === place && steps >= death.steps;

/** Writes to a file beside, in pieces, and puts it in place when it is whole. */
function save(name, bytes) {
  const beside = `${name}.new`;
  const out = openSync(beside, "w");
  for (let from = 0; from < bytes.length; from += 512) {
    if (isTime("writing") && from >= death.part * bytes.length) die(true);
    writeSync(out, bytes.subarray(from, from + 512));
  }
  fsyncSync(out);
  closeSync(out);
  if (isTime("written")) die(true);
  renameSync(beside, name);
  if (isTime("renamed")) die(true);
}

let resume;
if (existsSync(file)) resume = loadCheckpoint(new Uint8Array(readFileSync(file)), parts).state;

const { history } = await fit({
  data: [x, labels],
  loss(rows, targets) {
    if (isTime("forward")) die(true);
    return crossEntropy(model.forward(rows), targets);
  },
  optimizer,
  epochs: 40,
  batchSize: 8,
  random: order,
  model,
  validate: () => ({ all: crossEntropy(model.forward(x), labels).item() }),
  schedule,
  scheduleEvery: "batch",
  maxGradNorm: 0.5,
  earlyStopping: { metric: "all", patience: 1000 },
  restoreBest: false,
  checkpoint: {
    every: 3,
    save: (state) => save(file, saveCheckpoint({ ...parts, state })),
  },
  resume,
  onStep() {
    ema.update();
    steps++;
    if (death?.place === "anywhere") {
      if (steps === death.steps) die(false);
      if (steps === death.steps + 8) die(true);
    }
  },
});
save(join(folder, "end"), saveCheckpoint({ ...parts, order, history }));
