import { toGpuJs } from "../kernel/gpujs.js";
import type { Kernel } from "../kernel/kernel.js";
import { firstLine } from "../runner/first-line.js";
import type { GpuJs, GpuJsKernel } from "./module.js";
import { wholeNumbersGlsl, wholeNumbersJs } from "./whole-numbers.js";

/** The devices of gpu.js that are used here. */
export type GpuJsMode = "webgl2" | "headlessgl" | "cpu";

/** What every kernel is built with: a result of its own at each call, which stays on the device. */
const settings = (size: number) => ({
  output: [size],
  pipeline: true,
  immutable: true,
  precision: "single",
  // Else gpu.js takes half of float32, or less, for small arrays, where a GPU has it.
  tactic: "precision",
});

/** A kernel, built by gpu.js at its first call. The sizes of its inputs become a part of it. */
export function compile(gpu: GpuJs, mode: GpuJsMode, kernel: Kernel): GpuJsKernel {
  const { text, args, functions } = toGpuJs(kernel, mode === "webgl2" ? "glsl" : "js");
  const types = { a: mode === "cpu" ? "Array" : "ArrayTexture(1)", i: "Integer", f: "Float" };
  const numbers = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, "Number"]));
  const native = mode === "cpu" ? [] : wholeNumbersGlsl;
  const inJs = mode === "cpu" ? wholeNumbersJs : [];
  const calls =
    mode === "webgl2"
      ? {
          // gpu.js does not look into native text, so what these call is written before them all.
          injectedNative: functions.map((called) => called.text).join("\n"),
          nativeFunctions: [
            ...native,
            ...functions.map(({ name, args: names }) => ({
              name,
              source: "",
              argumentTypes: numbers(names),
              returnType: "Number",
            })),
          ],
        }
      : {
          nativeFunctions: native,
          functions: [
            ...inJs,
            ...functions.map(({ text: source, args: names }) => ({
              source,
              settings: { argumentTypes: numbers(names), returnType: "Number" },
            })),
          ],
        };
  return gpu.createKernel(text, {
    ...settings(kernel.size),
    argumentTypes: args.map((name) => types[name[0] as keyof typeof types]),
    ...calls,
  });
}

/** The kernel that copies an array to a texture. */
export function compileUpload(gpu: GpuJs, size: number): GpuJsKernel {
  return gpu.createKernel("function (a0) { return a0[this.thread.x]; }", {
    ...settings(size),
    argumentTypes: ["Array"],
  });
}

/** An error of gpu.js as a sentence. */
export const refusal = (key: string, error: unknown): Error =>
  new Error(
    `The GPU refuses the kernel "${key}": ${firstLine(error instanceof Error ? error.message : String(error))}.`,
  );
