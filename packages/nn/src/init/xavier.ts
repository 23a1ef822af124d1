import { checkOptions } from "@outgrad/engine";
import type { Random } from "@outgrad/engine/random";
import { checkRange } from "../optim/range.js";
import { fan } from "./fan.js";
import { drawn } from "./fill.js";

/** Options of `init.xavierUniform` and `init.xavierNormal`. */
export interface XavierOptions {
  /** What all numbers are multiplied by, such as `init.gain("tanh")`; 1 by default. */
  gain?: number;
}

/**
 * First weights of the shape [outputs, inputs, ...kernel], evenly spread in ±gain · √(6 / (fanIn + fanOut)) (Glorot
 * and Bengio 2010); torch.nn.init.xavier_uniform_.
 */
export function xavierUniform(
  shape: readonly number[],
  random: Random,
  options: XavierOptions = {},
): Float64Array {
  const bound = Math.sqrt(3) * deviation("init.xavierUniform", shape, options);
  return drawn("init.xavierUniform", shape, random, () => random.uniform(-bound, bound));
}

/**
 * First weights of the shape [outputs, inputs, ...kernel], from the normal distribution with mean 0 and standard
 * deviation gain · √(2 / (fanIn + fanOut)) (Glorot and Bengio 2010); torch.nn.init.xavier_normal_.
 */
export function xavierNormal(
  shape: readonly number[],
  random: Random,
  options: XavierOptions = {},
): Float64Array {
  const std = deviation("init.xavierNormal", shape, options);
  return drawn("init.xavierNormal", shape, random, () => random.normal(0, std));
}

function deviation(where: string, shape: readonly number[], options: XavierOptions): number {
  checkOptions(where, options, ["gain"]);
  const { gain = 1 } = options;
  checkRange(`${where}: gain`, gain, 0);
  const { fanIn, fanOut } = fan(shape);
  return gain * Math.sqrt(2 / (fanIn + fanOut));
}
