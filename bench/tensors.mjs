// The races of tensors, what the first step of small ones costs in a fresh process, and the memory of many steps.
import { fileURLToPath } from "node:url";
import { fresh } from "./lib/child.mjs";
import { settledBytes, watchMemories } from "./lib/memory.mjs";
import { cpu } from "./lib/modes.mjs";
import { picked, races } from "./lib/races.mjs";
import { median } from "./lib/record.mjs";
import { tensorContestants, tensorReference } from "./tensor-contestants.mjs";
import { tensorWorkload, tensorWorkloadNames } from "./workloads/tensors.mjs";

const isProduct = (name) => name.startsWith("gemm-");
const nets = tensorWorkloadNames.filter((name) => !isProduct(name));
const costs = ["start", "memory"];
const modes = ["compiled", "eager"];

/** What `--only` may name: "gemm" stands for all products. */
export const tensorParts = [...nets, "gemm", ...costs];

const file = fileURLToPath(import.meta.url);
const engine = new URL("../packages/engine/dist/node/index.js", import.meta.url).href;
const makePoints = async (mode) =>
  (await import("./contestants/outgrad-tensors.mjs")).make(tensorWorkload("points"), mode);

/**
 * In a fresh process, CPU milliseconds of every thread: Node alone, then the engine's modules, then the net's first step
 * with all that compiling needs, then its next 99.
 */
async function start(mode) {
  const node = cpu();
  await import(engine);
  const loaded = cpu();
  await import("./contestants/outgrad-tensors.mjs");
  const before = cpu();
  const contestant = await makePoints(mode);
  contestant.reset();
  contestant.step();
  const first = cpu();
  for (let i = 1; i < 100; i++) contestant.step();
  return [node, loaded - node, first - before, cpu() - first].map((microseconds) => microseconds / 1000);
}

/** Growth in bytes over `steps` steps. */
async function memory(mode, steps) {
  watchMemories();
  const contestant = await makePoints(mode);
  const run = (count) => {
    for (let i = 0; i < count; i++) {
      if (i % 100 === 0) contestant.reset();
      contestant.step();
    }
  };
  run(5_000);
  const before = await settledBytes();
  run(steps);
  return { growth: (await settledBytes()) - before };
}

function measureStart(processes) {
  return modes.map((mode) => {
    const runs = Array.from({ length: processes }, () => fresh(file, ["start", mode]));
    const failed = runs.find((run) => run.failed);
    if (failed) return { mode, ...failed };
    const [node, engine, first, next] = runs[0].map((_, i) => median(runs.map((run) => run[i])));
    return { mode, node, engine, first, next };
  });
}

const measureMemory = (steps) => ({
  steps,
  results: modes.map((mode) => ({ mode, ...fresh(file, ["memory", mode, String(steps)], ["--expose-gc"]) })),
});

/** All of it, or what `only` names; the rest as it is known. */
export async function measureTensors(options, known = {}, log) {
  const { only, quick } = options;
  const wanted = only?.split(",") ?? tensorParts;
  const products = tensorWorkloadNames.filter((name) => isProduct(name) && (!quick || name.endsWith("-128")));
  const names = [
    ...nets.filter((name) => wanted.includes(name)),
    ...(wanted.includes("gemm") ? products : []),
  ];
  const how = {
    contestants: (name) =>
      picked(tensorContestants[isProduct(name) ? "products" : "nets"], options.contestants, [
        tensorReference,
      ]),
    reference: tensorReference,
    checked: 20,
    log,
    entry: (name) => {
      const { doc, layout, n } = tensorWorkload(name);
      return { doc, layout, n, base: tensorReference };
    },
  };
  return {
    workloads: await races(names, tensorWorkloadNames, options, how, known.workloads),
    start: wanted.includes("start") ? measureStart(quick ? 3 : 15) : known.start,
    memory: wanted.includes("memory") ? measureMemory(quick ? 10_000 : 100_000) : known.memory,
  };
}

if (process.argv[1] === file && process.argv.length > 2) {
  const [, , kind, mode, steps] = process.argv;
  console.log(JSON.stringify(await (kind === "memory" ? memory(mode, Number(steps)) : start(mode))));
}
