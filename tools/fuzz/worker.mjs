// Tries some of the cases of one target; in a thread of its own, so that one that never ends can be ended.
import { parentPort, workerData } from "node:worker_threads";
import { damaged } from "./mutate.mjs";
import { streamOf } from "./stream.mjs";
import { Trial } from "./trial.mjs";

/** So often the whole world is looked at; looking costs more than an input. */
const rounds = 200;

const { file, name, seed, from, to, progress, most } = workerData;
const at = new Int32Array(progress);
const { target: given } = await import(file);
const encoder = new TextEncoder();
const target = {
  ...given,
  words: given.words.map((word) => (typeof word === "string" ? encoder.encode(word) : word)),
};
const trial = new Trial(target);
const failures = [];
const fail = (index, bytes, wrong) =>
  failures.push({ name, index, wrong, input: Buffer.from(bytes.subarray(0, 4096)).toString("base64") });

for (let index = from; index < to && failures.length < most; index++) {
  Atomics.store(at, 0, index);
  const bytes = damaged(streamOf(seed, name, index), target);
  const wrong = trial.try(bytes);
  if (wrong !== undefined) fail(index, bytes, wrong);
  if (index % rounds === rounds - 1 || index === to - 1) {
    const left = trial.look();
    // Which of the cases since the last look it was, a run of each alone tells.
    if (left !== undefined) fail(index, bytes, `this or one of the ${rounds} cases before it ${left}`);
    if (left !== undefined) break;
  }
}
const { read, refused, slowest, slow, hungriest } = trial;
parentPort.postMessage({ failures, read, refused, slowest, slow: from + slow, hungriest });
