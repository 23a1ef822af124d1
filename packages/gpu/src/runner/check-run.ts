import type { Kernel } from "../kernel/kernel.js";
import type { WgslProgram } from "../wgsl/program.js";
import type { Buffer } from "./runner.js";

/** Throws when a kernel is not given what it says it takes. */
export function checkRun(
  kernel: Kernel | WgslProgram,
  inputs: readonly Buffer[],
  ints: readonly number[],
  floats: readonly number[],
): void {
  check(kernel, "arrays", kernel.inputs, inputs);
  check(kernel, "whole numbers", kernel.ints ?? 0, ints);
  check(kernel, "other numbers", "write" in kernel ? kernel.floats : 0, floats);
}

function check({ key }: { key: string }, what: string, takes: number, given: readonly unknown[]): void {
  if (given.length !== takes)
    throw new RangeError(`The kernel "${key}" takes ${takes} ${what} and was given ${given.length}.`);
}
