import { tensor } from "@outgrad/engine";
import { Random, random } from "@outgrad/engine/random";
import type { Target } from "../../../tools/fuzz/target.ts";
import { hostile } from "../../../tools/fuzz/text.ts";
import {
  Adam,
  Dropout,
  EMA,
  Linear,
  loadCheckpoint,
  Sequential,
  StepLR,
  saveCheckpoint,
  Tanh,
} from "../src/index.js";
import { mended, words } from "./safetensors-files.ts";

const net = new Sequential(
  new Linear(2, 3, { seed: 1 }),
  new Tanh(),
  new Dropout(0.5, { seed: 2 }),
  new Linear(3, 1, { seed: 3 }),
);
const optimizer = new Adam(net.parameters(), { lr: 0.01 });
const parts = {
  net,
  optimizer,
  schedule: new StepLR(optimizer, { stepSize: 2 }),
  average: new EMA(net.parameters()),
  draws: random(4),
};
for (let step = 0; step < 3; step++) {
  net.zeroGrad();
  net
    .forward(tensor([[0.5, -1]]))
    .sum()
    .backward();
  optimizer.step();
  parts.schedule.step();
  parts.average.update();
}
const start = saveCheckpoint({ ...parts, epoch: 3, note: { best: Number.NaN, list: [1, "two", null] } });
const states = () => saveCheckpoint(parts);
const before = states();

/** All that has a state is given it back, or nothing has changed. */
function read(input: Uint8Array): unknown {
  let data: unknown;
  try {
    data = loadCheckpoint(input, parts);
  } catch (error) {
    if (!isSame(states(), before))
      throw new Error("loadCheckpoint threw and left a part changed", { cause: error });
    throw error;
  }
  const after = states();
  loadCheckpoint(start, parts);
  return [Object.keys(data as object), after];
}

const isSame = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, i) => byte === b[i]);

export const target: Target = {
  share: 60_000,
  corpus: [start, saveCheckpoint({ ...parts, epoch: 4 }), saveCheckpoint({ ...parts, draws: new Random(9) })],
  words: [
    ...words,
    ...hostile,
    '\\"$\\":',
    '{\\"$\\":\\"NaN\\"}',
    '{\\"$\\":\\"array\\",\\"name\\":\\"optimizer\\"}',
    '\\"Tensor\\"',
    '\\"object\\"',
    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    '"outgrad"',
    '"checkpoint 1"',
    '"data"',
    '"streams"',
  ],
  mend: mended,
  read,
  // Files that are none are SafetensorsErrors; what does not fit the parts, TypeErrors and RangeErrors of theirs.
  refuses: ({ message }) => /^[A-Za-z]+(\.[A-Za-z]+)?(\([^)]*\))?: [^\n]{1,600}\.$/.test(message),
  room: 1_000_000,
};
