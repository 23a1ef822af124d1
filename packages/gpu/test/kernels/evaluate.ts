import { toGpuJs } from "../../src/kernel/gpujs.js";
import type { Kernel } from "../../src/kernel/kernel.js";
import { toWgsl } from "../../src/kernel/wgsl.js";
import type { Source, Step } from "../../src/kernels/recipe.js";

type Thread = (this: { thread: { x: number } }, ...args: unknown[]) => number;

const div = (a: number, b: number): number => Math.floor(a / b);
const mod = (a: number, b: number): number => a - b * Math.floor(a / b);

const known = new Map<string, { readonly text: string; readonly thread: Thread }>();

/** The kernel's gpu.js text as a function. Throws if a kernel of the same key had another text. */
function compile(kernel: Kernel): Thread {
  const { text, args, functions } = toGpuJs(kernel, "js");
  const all = [...functions.map((each) => each.text), `return ${text};`].join("\n");
  const shape = `${args.join()} ${all} ${kernel.size} ${toWgsl(kernel)}`;
  const before = known.get(kernel.key);
  if (before && before.text !== shape)
    throw new Error(`Two kernels have the key ${kernel.key}:\n${before.text}\n${shape}`);
  if (before) return before.thread;
  const thread = new Function("og_div", "og_mod", all)(div, mod) as Thread;
  known.set(kernel.key, { text: shape, thread });
  return thread;
}

/** An array that throws when it is read where it has nothing. */
const checked = (array: Float32Array): Float32Array =>
  new Proxy(array, {
    get(target, at) {
      const i = Number(at);
      if (!Number.isInteger(i) || i < 0 || i >= target.length)
        throw new RangeError(`There is no number ${String(at)} of ${target.length}.`);
      return target[i];
    },
  });

/** Runs a kernel as gpu.js would, in doubles that are stored in float32. */
export function runKernel(
  kernel: Kernel,
  arrays: readonly Float32Array[],
  ints: readonly number[] = [],
  floats: readonly number[] = [],
): Float32Array {
  const counts = [arrays.length, ints.length, floats.length];
  const wanted = [kernel.inputs, kernel.ints, kernel.floats];
  if (counts.join() !== wanted.join())
    throw new Error(`${kernel.key} takes ${wanted} arrays, ints and floats, and got ${counts}.`);
  if (kernel.inputs > 7) throw new Error(`${kernel.key} reads ${kernel.inputs} arrays, more than 7.`);
  if (arrays.some((array) => array.length === 0)) throw new Error(`${kernel.key} reads an empty array.`);
  const f = compile(kernel);
  const out = new Float32Array(kernel.size);
  const args = [...arrays.map(checked), ...ints, ...floats.map(Math.fround)];
  for (let x = 0; x < out.length; x++) {
    const result = f.call({ thread: { x } }, ...args);
    if (typeof result !== "number") throw new Error(`${kernel.key} gave ${result}.`);
    out[x] = result;
  }
  return out;
}

/** Runs the kernels of a recipe. */
export function runSteps(steps: readonly Step[], inputs: readonly Float32Array[]): Float32Array {
  const results: Float32Array[] = [];
  const find = (source: Source): Float32Array => {
    if ("array" in source) return source.array;
    return ("step" in source ? results[source.step] : inputs[source.input]) as Float32Array;
  };
  for (const { kernel, reads, ints, floats } of steps) {
    if ("code" in kernel) throw new Error(`${kernel.key} is for WebGPU only.`);
    results.push(runKernel(kernel, reads.map(find), ints, floats));
  }
  return results.at(-1) as Float32Array;
}
