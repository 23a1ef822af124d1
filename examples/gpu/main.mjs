// Turns the GPU on with one line, trains a net on the handwritten digits there and on the CPU, and compares the two.
import { parseArgs } from "node:util";
import { cpu, useBackend } from "@outgrad/engine";
import { createBackend } from "@outgrad/gpu";
import { create, globals } from "webgpu";
import { load } from "../digits/data.mjs";
import { train } from "./train.mjs";

const { values } = parseArgs({
  options: {
    steps: { type: "string", default: "100" },
    width: { type: "string", default: "128" },
    batch: { type: "string", default: "64" },
  },
});
const wholeNumber = (name) => {
  const number = Number(values[name]);
  if (!Number.isSafeInteger(number) || number < 1)
    throw new RangeError(`--${name} is a whole number from 1 on.`);
  return number;
};
const [steps, width, batch] = [wholeNumber("steps"), wholeNumber("width"), wholeNumber("batch")];

const time = (ms) => `${ms.toFixed(ms < 10 ? 2 : 0)} ms`;
const percent = (share) => `${(100 * share).toFixed(1)} %`;

// Node has no WebGPU of its own; the package webgpu brings it, for drivers of Vulkan, Metal and Direct3D.
Object.assign(globalThis, globals);
const gpu = create([]);

const found = await createBackend({ gpu });
const { kind, why, description, refused, measured } = found.decision;
console.log(`createBackend() chooses ${kind === "cpu" ? "the CPU" : `${kind} on ${description}`}. ${why}`);
for (const { kind, reason } of refused) console.log(`Not ${kind}: ${reason}`);
for (const { op, work, cpu, gpu } of measured)
  console.log(`  ${op} of ${work.toLocaleString("en")}: CPU ${time(cpu)}, GPU ${time(gpu)}`);
found.destroy();

const { train: rows, test } = load();
const task = { rows, test, steps, width, batch };

useBackend(cpu);
const here = await train(task);
console.log(`\nAn MLP 64-${width}-${width}-10, ${steps} steps over ${batch} digits each:`);
console.log(
  `the CPU     ${time(here.step)} a step, ${percent(here.accuracy)} of ${test.y.size} digits right`,
);

if (kind !== "cpu" || !refused.some(({ kind }) => kind === "webgpu")) {
  const backend = await createBackend({ prefer: kind === "cpu" ? "webgpu" : kind, gpu });
  useBackend(backend);
  const fed = await train(task);
  const kept = await train({ ...task, isKept: true });
  const apart = Math.max(...here.losses.slice(0, 50).map((loss, i) => Math.abs(fed.losses[i] - loss)));
  const { name, memory } = backend;
  console.log(`${name.padEnd(11)} ${time(fed.step)} a step, ${percent(fed.accuracy)} of them right`);
  console.log(`${" ".repeat(11)} ${time(kept.step)} with the data kept there and no loss read`);
  console.log(
    `The GPU takes ${(kept.step / here.step).toPrecision(2)} times the CPU's time, and ${percent(Math.max(0, 1 - kept.step / fed.step))} ` +
      `of a step that is fed and read are transfers and waiting for them.`,
  );
  console.log(
    `The losses of the first ${Math.min(steps, 50)} steps are at most ${apart.toExponential(0)} apart.`,
  );
  console.log(
    `On the device: ${memory.buffers} buffers, ${(memory.bytes / 1e6).toFixed(1)} MB, ${memory.kernels} kernels.`,
  );
}
// A device of the package webgpu keeps the process alive.
process.exit();
