// What a measurement ran on, and the figures that follow from it. Every ratio is computed here and nowhere else.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import { fileURLToPath } from "node:url";
import { contestants } from "../contestants.mjs";
import { gpuContestants } from "../gpu-contestants.mjs";
import { tensorContestants } from "../tensor-contestants.mjs";
import { installed } from "./peers.mjs";
import { blasOfTorch, compilerVersion, core, outputOf, pythonVersion } from "./tools.mjs";

const results = fileURLToPath(new URL("../results", import.meta.url));
const file = `${results}/speed.json`;

/** The committed record: by name what was last measured of the race, tensors, compile, endurance, gradbench and gpu. */
export const readRecord = () => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {});

/** Writes the record, and its page as `pageOf` makes it of what was written; gives back the record as it reads. */
export function saveRecord(record, pageOf) {
  mkdirSync(results, { recursive: true });
  writeFileSync(file, `${JSON.stringify(record, rounded, 1)}\n`);
  const written = readRecord();
  writeFileSync(`${results}/speed.md`, pageOf(written));
  return written;
}

/** Numbers with six significant digits: more would be noise. */
const rounded = (_, x) => (typeof x === "number" && !Number.isInteger(x) ? Number(x.toPrecision(6)) : x);

const root = fileURLToPath(new URL("../..", import.meta.url));
const git = (...args) => outputOf("git", "-C", root, ...args);

/** When, of what, and beside how much other work. `dirty` means that tracked files differed from the commit. */
export const now = () => ({
  date: new Date().toISOString(),
  commit: git("rev-parse", "--short=12", "HEAD"),
  dirty: Boolean(git("status", "--porcelain", "--untracked-files=no", "--", "packages", "bench")),
  load: Number(os.loadavg()[0].toFixed(1)),
});

/** The same with the machine and the versions. */
export function circumstances() {
  const cpus = os.cpus();
  return {
    ...now(),
    machine: {
      cpu: cpus[0]?.model,
      cores: cpus.length,
      memory: `${Math.round(os.totalmem() / 2 ** 30)} GiB`,
      system: `${os.type()} ${os.release()}`,
      pinned: core() !== undefined,
    },
    versions: {
      node: process.version,
      compiler: compilerVersion(),
      python: pythonVersion(),
      torch: pythonVersion("torch"),
      blas: blasOfTorch(),
      ...Object.fromEntries(
        [...contestants, ...tensorContestants.nets, ...gpuContestants].flatMap(({ peer }) =>
          peer && installed(peer) ? [[peer, installed(peer)]] : [],
        ),
      ),
    },
  };
}

/** The middle of a list of numbers. */
export function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** A contestant's result on a workload, unless it failed. */
export function resultOf(record, workload, name) {
  const result = record.workloads.find((w) => w.name === workload)?.results.find((r) => r.name === name);
  return result?.failed ? undefined : result;
}

/** Round by round how many times as long `name` takes as `base`; undefined where one of them has no time. */
function ratios(record, workload, name, base) {
  const a = resultOf(record, workload, name)?.microseconds;
  const b = resultOf(record, workload, base)?.microseconds;
  return a && b ? a.map((time, round) => time / b[round]) : undefined;
}

/** The median of these ratios over the rounds. */
export function ratio(...of) {
  const list = ratios(...of);
  return list && median(list);
}

/** Between what the middle half of these ratios lies. */
export function spread(...of) {
  const sorted = ratios(...of)?.sort((a, b) => a - b);
  const at = (part) => sorted[Math.round((sorted.length - 1) * part)];
  return sorted && [at(0.25), at(0.75)];
}
