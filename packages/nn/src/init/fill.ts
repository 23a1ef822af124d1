import type { Random } from "@outgrad/engine/random";
import { completed } from "../completed.js";
import { shown } from "../shown.js";
import { checkShape } from "./fan.js";

/** Options of `init.uniform`. */
export interface UniformOptions {
  /** The lowest number; 0 by default. */
  low?: number;
  /** What no number reaches; 1 by default. */
  high?: number;
}

/** Options of `init.normal`. */
export interface NormalOptions {
  /** 0 by default. */
  mean?: number;
  /** The standard deviation, >= 0; 1 by default. */
  std?: number;
}

/** Numbers that are all 0, as many as the shape has. */
export const zeros = (shape: readonly number[]): Float64Array =>
  new Float64Array(checkShape("init.zeros", shape));

/** Numbers that are all 1, as many as the shape has. */
export const ones = (shape: readonly number[]): Float64Array =>
  new Float64Array(checkShape("init.ones", shape)).fill(1);

/** Numbers evenly spread in [low, high), as many as the shape has. */
export const uniform = (
  shape: readonly number[],
  random: Random,
  options: UniformOptions = {},
): Float64Array => {
  const { low, high } = completed("init.uniform", options, { low: 0, high: 1 });
  return drawn("init.uniform", shape, random, () => random.uniform(low, high));
};

/** Numbers from a normal distribution, as many as the shape has. */
export const normal = (
  shape: readonly number[],
  random: Random,
  options: NormalOptions = {},
): Float64Array => {
  const { mean, std } = completed("init.normal", options, { mean: 0, std: 1 });
  return drawn("init.normal", shape, random, () => random.normal(mean, std));
};

/** As many draws as the shape has numbers. */
export function drawn(
  where: string,
  shape: readonly number[],
  random: Random,
  draw: () => number,
): Float64Array {
  const size = checkShape(where, shape);
  if (typeof random?.uniform !== "function" || typeof random.normal !== "function") {
    throw new TypeError(`${where}: expected a Random, such as random(seed); got ${shown(random)}.`);
  }
  const numbers = new Float64Array(size);
  for (let i = 0; i < size; i++) numbers[i] = draw();
  return numbers;
}
