import type { Kernel } from "../kernel/kernel.js";
import type { Source, Step } from "./recipe.js";

/** The kernels of a recipe, as they are written down. */
export class Steps {
  readonly list: Step[] = [];

  /** Adds a kernel; gives its result. */
  add(
    kernel: Kernel,
    reads: readonly Source[],
    ints: readonly number[] = [],
    floats: readonly number[] = [],
  ): Source {
    return { step: this.list.push({ kernel, reads, ints, floats }) - 1 };
  }
}

/** The operand with this number. */
export const operand = (input: number): Source => ({ input });
