import { random } from "@outgrad/engine/random";
import type { Shape } from "../../../src/kernels/recipe.js";

/** An op on shapes, asked of numbers. */
export interface Case {
  readonly name: string;
  readonly shapes: readonly Shape[];
  readonly options: unknown;
  readonly inputs: readonly Float32Array[];
  /** How far off a result may be, of the largest; 2e-6 if absent. */
  readonly tolerance?: number;
}

export const nan = Number.NaN;
export const infinity = Number.POSITIVE_INFINITY;

export const sizeOf = (shape: Shape): number => shape.reduce((a, b) => a * b, 1);

const draw = random("gpu kernels");
export const numbers = (size: number, low = -2, high = 2): Float32Array =>
  Float32Array.from({ length: size }, () => draw.uniform(low, high));

/** Whole numbers from 0 up to but not including `below`. */
export const integers = (size: number, below: number): number[] =>
  Array.from({ length: size }, () => draw.integer(below));

/** A case of random numbers. */
export const some = (
  name: string,
  shapes: readonly Shape[],
  options: unknown = {},
  tolerance?: number,
): Case => ({
  name,
  shapes,
  options,
  inputs: shapes.map((shape) => numbers(sizeOf(shape))),
  ...(tolerance !== undefined && { tolerance }),
});

/** A case of these numbers. */
export const of = (
  name: string,
  shapes: readonly Shape[],
  options: unknown,
  ...inputs: readonly ArrayLike<number>[]
): Case => ({ name, shapes, options, inputs: inputs.map((input) => Float32Array.from(input)) });

/** Indices as ops are given them. */
export const indexOf = (shape: Shape, data: readonly number[], vary = false) => ({
  shape,
  data: Int32Array.from(data),
  vary,
});
