import type { Shape } from "@outgrad/engine/backend";
import type { Kernel } from "../kernel/kernel.js";
import type { WgslProgram } from "../wgsl/program.js";

export type { Shape };

/** An operand: element [i, j, ...] is number i * strides[0] + j * strides[1] + ... of its array. */
export interface Layout {
  readonly shape: Shape;
  readonly strides: readonly number[];
}

/** An operand that begins at some number of its array. */
export interface Placed extends Layout {
  readonly offset: number;
}

/**
 * Where a kernel finds an array: an operand, the result of an earlier step, or numbers that the op's options hold. Such
 * an array is never changed, so what was uploaded once is good for the next time that the same one comes.
 */
export type Source =
  | { readonly input: number }
  | { readonly step: number }
  | { readonly array: Float32Array };

/** One kernel of an op, or a program for WebGPU alone. */
export interface Step {
  readonly kernel: Kernel | WgslProgram;
  readonly reads: readonly Source[];
  readonly ints?: readonly number[];
  readonly floats?: readonly number[];
}

/**
 * How an op on shapes is computed: kernels one after the other, of which the last makes the result, all numbers one after
 * the other. The operands lie so too, from the first number of their arrays on; `inputs` are their shapes. An index among
 * the options that lies on the device is one more operand, after the others. The result has at least one number; an array
 * without numbers is never read.
 */
export type Recipe<Options = never> = (
  inputs: readonly Shape[],
  shape: Shape,
  options: Options,
) => readonly Step[];

/** The same of operands that lie in any way: a transposed one need not be copied. */
export type StridedRecipe<Options = never> = (
  inputs: readonly Placed[],
  shape: Shape,
  options: Options,
) => readonly Step[];
