// Damaged inputs by the million for everything that reads what strangers wrote.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { bundleTarget, findTargets } from "./targets.mjs";

/** Cases that a thread tries before another takes over: what a module keeps is forgotten between. */
const part = 20_000;

/**
 * Tries `cases` damaged inputs, shared out among the targets as they say, two threads at a time.
 *
 * Gives for each target how many were read and refused, the slowest and the hungriest, and the failures. `only`: the name
 * of one target, which gets all cases, numbered from `from`. `endless`: the seconds after which a case that is still being
 * read is given up. `most`: the failures that are told of 20,000 cases. `targets`: their files by name, if not those of the packages and apps.
 */
export async function fuzz(options = {}) {
  const {
    seed = 1,
    cases = 1_000_000,
    only,
    from = 0,
    endless = 20,
    most = 3,
    targets: known = findTargets(),
  } = options;
  const folder = mkdtempSync(join(tmpdir(), "outgrad-fuzz-"));
  try {
    const files = [...known].filter(([name]) => only === undefined || name === only);
    if (files.length === 0)
      throw new Error(`There is no target ${only}; there are ${[...known.keys()].join(", ")}.`);
    const targets = [];
    for (const [name, path] of files) {
      const file = await bundleTarget(name, path, folder);
      const { target } = await import(file);
      targets.push({ name, file, share: only === undefined ? target.share : 1 });
    }
    const all = targets.reduce((sum, { share }) => sum + share, 0);
    const results = new Map(targets.map(({ name }) => [name, empty(name)]));
    const waiting = targets.flatMap(({ name, file, share }) => {
      const count = Math.ceil((cases * share) / all);
      return parts(from, from + count).map((range) => ({ name, file, seed, endless, most, ...range }));
    });
    const work = async () => {
      for (let job = waiting.shift(); job; job = waiting.shift())
        add(results.get(job.name), await tried(job));
    };
    await Promise.all([work(), work()]);
    return [...results.values()];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const empty = (name) => ({ name, read: 0, refused: 0, slowest: 0, slow: 0, hungriest: 0, failures: [] });

function add(sum, { read, refused, slowest, slow, hungriest, failures }) {
  sum.read += read;
  sum.refused += refused;
  if (slowest > sum.slowest) [sum.slowest, sum.slow] = [slowest, slow];
  sum.hungriest = Math.max(sum.hungriest, hungriest);
  sum.failures.push(...failures);
}

const parts = (from, to) =>
  Array.from({ length: Math.ceil((to - from) / part) }, (_, i) => ({
    from: from + i * part,
    to: Math.min(to, from + (i + 1) * part),
  }));

/** One part of a target's cases, in a thread of its own. */
function tried({ name, file, seed, endless, most, from, to }) {
  const progress = new SharedArrayBuffer(4);
  const at = new Int32Array(progress);
  at[0] = -1;
  const worker = new Worker(new URL("./worker.mjs", import.meta.url), {
    workerData: { name, file, seed, from, to, progress, most },
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  return new Promise((resolve) => {
    let [last, since] = [-1, Date.now()];
    const ended = (wrong) => {
      clearInterval(clock);
      resolve({ ...empty(name), failures: [{ name, index: Math.max(last, at[0]), wrong, input: "" }] });
    };
    const clock = setInterval(() => {
      if (at[0] !== last) [last, since] = [at[0], Date.now()];
      // A case that has come to an end does not wait: only reading takes so long.
      if (Date.now() - since > endless * 1000) {
        ended(`was still being read after ${endless} seconds`);
        worker.terminate();
      }
    }, 500);
    worker.once("message", (result) => {
      clearInterval(clock);
      resolve(result);
    });
    worker.once("error", (error) => ended(`ended its thread: ${error.stack ?? error}`));
  });
}
