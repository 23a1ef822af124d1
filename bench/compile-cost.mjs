// What compiling costs on moons, and after how many steps it has paid for itself: cold, in fresh processes, from the call
// of compile to the first gradient and on; warm, the same again and again in one process.
import { fileURLToPath } from "node:url";
import { fresh } from "./lib/child.mjs";
import { cpu, makeMode } from "./lib/modes.mjs";
import { median } from "./lib/record.mjs";
import { workload } from "./workloads/data.mjs";

const STEPS = 200;
const WARM = 20;
const compiled = ["replay", "vector", "wasm"];

/** In a fresh process: CPU microseconds from the start of compiling to the end of each of the first steps. */
async function cold(mode) {
  const moons = workload("moons");
  const make = await makeMode(mode, moons);
  const start = cpu();
  const contestant = make();
  contestant.reset();
  return Array.from({ length: STEPS }, () => {
    contestant.step();
    return cpu() - start;
  });
}

/** In one process: CPU microseconds to compile and step once, repeated. */
async function warm(mode) {
  const moons = workload("moons");
  const make = await makeMode(mode, moons);
  return Array.from({ length: WARM }, () => {
    const start = cpu();
    const contestant = make();
    contestant.reset();
    contestant.step();
    return cpu() - start;
  });
}

const file = fileURLToPath(import.meta.url);

/** Curves of several processes become one: their medians, step by step. */
const middle = (curves) => curves[0].map((_, i) => median(curves.map((curve) => curve[i])));

/** The first step count from which on the compiled total stays below eager's, or undefined within the steps measured. */
function crossover(total, eager) {
  const last = total.findLastIndex((time, i) => time >= eager[i]);
  return last === total.length - 1 ? undefined : last + 2;
}

/** For each target: milliseconds to the first gradient, cold and warm, and the crossovers against eager and arena. */
export function measureCompileCost({ processes = 5 } = {}) {
  const curves = new Map(["Value", "arena", ...compiled].map((mode) => [mode, []]));
  for (let i = 0; i < processes; i++) {
    for (const [mode, list] of curves) list.push(fresh(file, ["cold", mode]));
  }
  const total = (mode) => (curves.get(mode).some((c) => c.failed) ? undefined : middle(curves.get(mode)));
  const eager = total("Value");
  return {
    steps: STEPS,
    processes,
    eagerFirst: eager[0] / 1000,
    targets: compiled.map((mode) => {
      const curve = total(mode);
      if (!curve) return { mode, ...curves.get(mode).find((c) => c.failed) };
      const again = fresh(file, ["warm", mode]);
      return {
        mode,
        cold: curve[0] / 1000,
        warm: median(again.slice(WARM / 2)) / 1000,
        overValue: crossover(curve, eager),
        overArena: crossover(curve, total("arena")),
      };
    }),
  };
}

if (process.argv[1] === file && process.argv.length > 2) {
  const [, , kind, mode] = process.argv;
  console.log(JSON.stringify(await { cold, warm }[kind](mode)));
}
