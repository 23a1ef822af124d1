// Trains a transformer on ten sonnets, letter by letter, and lets it write.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { noGrad, tensor } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { crossEntropy } from "@outgrad/losses";
import { AdamW, CosineAnnealingLR, clipGradNorm, loadCheckpoint, saveCheckpoint } from "@outgrad/nn";
import { bar, interrupted } from "../lib/progress.mjs";
import { Writer } from "./model.mjs";

const { values } = parseArgs({
  options: {
    steps: { type: "string", default: "1500" },
    write: { type: "string", default: "400" },
    save: { type: "string" },
    load: { type: "string" },
  },
});
const steps = Number(values.steps);
if (!Number.isSafeInteger(steps) || steps < 0) throw new RangeError("--steps is a whole number.");

const text = readFileSync(join(import.meta.dirname, "sonnets.txt"), "utf8");
const alphabet = [...new Set(text)].sort();
const codes = Float32Array.from(text, (letter) => alphabet.indexOf(letter));

const context = 64;
const rows = 8;
const stream = random(1);
const model = new Writer(alphabet.length, { context, random: stream });
const optimizer = new AdamW(model.parameters(), { lr: 3e-3, weightDecay: 0.01 });
const schedule = new CosineAnnealingLR(optimizer, { tMax: Math.max(1, steps), etaMin: 1e-4 });
let done = 0;
if (values.load)
  done = loadCheckpoint(readFileSync(values.load), { model, optimizer, schedule, stream }).done;

/** Stretches of the text from random places, and the same one letter on. */
function batch() {
  const starts = Array.from({ length: rows }, () => stream.integer(codes.length - context));
  const cut = (shift) =>
    tensor(
      starts.map((start) => codes.subarray(start + shift, start + shift + context)),
      { dtype: "float32" },
    );
  return [cut(0), cut(1)];
}

const signal = interrupted();
const shown = bar("sonnets");
shown.start(steps);
model.train();
let average = Number.NaN;
for (; done < steps && !signal.aborted; done++) {
  const [x, y] = batch();
  optimizer.zeroGrad();
  const loss = crossEntropy(model.forward(x).reshape([-1, alphabet.length]), y.reshape([-1]));
  loss.backward();
  clipGradNorm(optimizer.parameters, 1);
  optimizer.step();
  schedule.step();
  average = done === 0 || Number.isNaN(average) ? loss.item() : 0.98 * average + 0.02 * loss.item();
  shown.onStep({ step: done + 1, epoch: 0, loss: average });
  if (!process.stderr.isTTY && (done + 1) % 250 === 0)
    console.log(`step ${done + 1}: loss ${average.toFixed(3)}`);
  // So that a Ctrl-C can arrive.
  if (done % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
}
shown.stop();
if (values.save) writeFileSync(values.save, saveCheckpoint({ model, optimizer, schedule, stream, done }));

/** Letters, one after the other, each drawn by the model's probabilities. */
function write(start, count) {
  let written = start;
  for (let k = 0; k < count; k++) {
    const seen = Float32Array.from(written.slice(-context), (letter) => alphabet.indexOf(letter));
    const logits = model.forward(tensor([seen], { dtype: "float32" }));
    const chances = logits
      .slice(1, seen.length - 1)
      .mul(1.25)
      .softmax(-1).data;
    let left = stream.uniform();
    let next = 0;
    while (next < alphabet.length - 1 && left >= chances[next]) left -= chances[next++];
    written += alphabet[next];
  }
  return written;
}

model.eval();
console.log(`\n${noGrad(() => write("Shall I ", Number(values.write)))}`);
