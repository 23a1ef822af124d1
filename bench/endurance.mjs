// What a long run costs: how much memory 100,000 steps of training leave behind, and how the time of a chain grows with it.
import { fileURLToPath } from "node:url";
import { fresh } from "./lib/child.mjs";
import { settledBytes, watchMemories } from "./lib/memory.mjs";
import { cpu, makeMode, modes } from "./lib/modes.mjs";
import { median } from "./lib/record.mjs";
import { training } from "./lib/tensor-training.mjs";
import { workload } from "./workloads/data.mjs";

const WARM_UP = 5_000;

/** Steps of a net of Tensors, op by op and compiled. */
const tensorModes = { Tensor: "eager", "Tensor, compiled": "compiled" };

/** Growth in bytes over `steps` steps of which every tenth's loss is held, and after those are let go. */
async function memory(mode, steps) {
  watchMemories();
  const contestant = Object.hasOwn(tensorModes, mode)
    ? training(tensorModes[mode])
    : (await makeMode(mode, workload("tiny")))();
  let held = [];
  const run = (count) => {
    for (let i = 0; i < count; i++) {
      if (i % 100 === 0) contestant.reset();
      if (i % 10 === 0) held.push(contestant.detached());
      else contestant.step();
    }
  };
  run(WARM_UP);
  held = [];
  const before = await settledBytes();
  run(steps);
  const holding = (await settledBytes()) - before;
  const count = held.length;
  held = [];
  return { count, holding, letGo: (await settledBytes()) - before };
}

/** CPU microseconds of one step of the chain at two lengths, the second ten times the first. */
async function chain(mode) {
  const make = async (length) => (await makeMode(mode, { ...workload("chain"), length }))();
  const time = (contestant) => {
    const start = cpu();
    contestant.step();
    return cpu() - start;
  };
  const [short, long] = [await make(50_000), await make(500_000)];
  const times = { short: [], long: [] };
  for (let round = 0; round < 7; round++) {
    for (const [name, contestant] of [
      ["short", short],
      ["long", long],
    ]) {
      contestant.reset();
      const spent = time(contestant);
      if (round >= 2) times[name].push(spent);
    }
  }
  return { ratio: median(times.long) / median(times.short) };
}

const file = fileURLToPath(import.meta.url);

/** Both for every mode. */
export function measureEndurance({ steps = 100_000 } = {}) {
  const memoryOf = (name) => fresh(file, ["memory", name, String(steps)], ["--expose-gc"]);
  const scalars = modes.map(({ name }) => ({
    mode: name,
    ...memoryOf(name),
    chain: fresh(file, ["chain", name]),
  }));
  const tensors = Object.keys(tensorModes).map((name) => ({
    mode: name,
    ...memoryOf(name),
    chain: { failed: "–" },
  }));
  return { steps, results: [...scalars, ...tensors] };
}

if (process.argv[1] === file && process.argv.length > 2) {
  const [, , kind, mode, steps] = process.argv;
  console.log(JSON.stringify(await (kind === "memory" ? memory(mode, Number(steps)) : chain(mode))));
}
