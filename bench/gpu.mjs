// Products of matrices on WebGPU in Node, ours beside jax-js's and gpu.js's on the same driver.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { vulkanDriver } from "../tools/vulkan.mjs";
import { gpuReference } from "./gpu-contestants.mjs";
import { now } from "./lib/record.mjs";

const race = fileURLToPath(new URL("gpu/race.mjs", import.meta.url));

/** The environments to try: as it is, which finds a real GPU, or what it names; then what tests run on. */
const environments = () => [process.env, { ...process.env, ...vulkanDriver().env }];

/** The sizes that `--only` may name. */
export const gpuSizes = [128, 256, 512, 1024, 2048, 4096];
const usual = [256, 512];

/** What the race of one size printed, in an environment that has an adapter. */
async function raceOf(n, { rounds, budget }, log) {
  for (const env of environments()) {
    const args = [race, "--n", n, "--rounds", rounds, "--budget", budget].map(String);
    const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    let printed = "";
    let complaints = "";
    child.stdout.on("data", (text) => {
      printed += text;
    });
    child.stderr.on("data", (text) => {
      complaints += text;
      for (const line of String(text).split("\n")) if (line.startsWith("gpu-")) log(line);
    });
    const status = await new Promise((resolve) => child.on("close", resolve));
    if (status !== 0) throw new Error(`gpu-${n}: ${complaints.trim().split("\n").at(-1)}`);
    const found = JSON.parse(printed);
    if (found.adapter) return found;
  }
  throw new Error("WebGPU finds no adapter here: a Vulkan driver is needed, such as Chromium's or Mesa's.");
}

/** All sizes, or those that `only` names; the rest as it is known. */
export async function measureGpu({ only, quick, rounds = "9" }, known = [], log) {
  const names = only?.split(",").map(Number) ?? (quick ? [128] : usual);
  const rhythm = quick ? { rounds: 3, budget: 10_000 } : { rounds: Number(rounds), budget: 200_000 };
  const workloads = known.filter(({ n }) => !names.includes(n));
  for (const n of names) {
    const measured = { ...now(), rounds: rhythm.rounds };
    const found = await raceOf(n, rhythm, log);
    workloads.push({ name: `gpu-${n}`, n, measured, base: gpuReference, ...found });
  }
  return { workloads: workloads.sort((a, b) => a.n - b.n) };
}
