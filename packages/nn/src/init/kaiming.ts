import { checkOptions } from "@outgrad/engine";
import type { Random } from "@outgrad/engine/random";
import { shown } from "../shown.js";
import { fan } from "./fan.js";
import { drawn } from "./fill.js";
import { gain, type Nonlinearity } from "./gain.js";

/** Options of `init.kaimingUniform` and `init.kaimingNormal`. */
export interface KaimingOptions {
  /** The slope of the leakyRelu that follows, for negative numbers; 0 by default, which is relu. */
  a?: number;
  /** Keeps the variance of the signals on the way forward ("fanIn", by default) or back ("fanOut"). */
  mode?: "fanIn" | "fanOut";
  /** What follows the layer; "leakyRelu" by default. */
  nonlinearity?: Nonlinearity;
}

/**
 * First weights of the shape [outputs, inputs, ...kernel], evenly spread in ±√3 · gain / √fan (He et al. 2015,
 * arXiv:1502.01852); torch.nn.init.kaiming_uniform_. PyTorch's own layers begin with a = √5, which is ±1 / √fanIn.
 *
 * @example
 * import { random } from "@outgrad/engine/random";
 * import { init } from "@outgrad/nn";
 *
 * const weights = init.kaimingUniform([16, 6], random(1), { nonlinearity: "relu" });
 * weights.length // => 96
 * weights.every((w) => w >= -1 && w < 1) // => true
 */
export function kaimingUniform(
  shape: readonly number[],
  random: Random,
  options: KaimingOptions = {},
): Float64Array {
  const bound = Math.sqrt(3) * deviation("init.kaimingUniform", shape, options);
  return drawn("init.kaimingUniform", shape, random, () => random.uniform(-bound, bound));
}

/**
 * First weights of the shape [outputs, inputs, ...kernel], from the normal distribution with mean 0 and standard
 * deviation gain / √fan (He et al. 2015, arXiv:1502.01852); torch.nn.init.kaiming_normal_.
 */
export function kaimingNormal(
  shape: readonly number[],
  random: Random,
  options: KaimingOptions = {},
): Float64Array {
  const std = deviation("init.kaimingNormal", shape, options);
  return drawn("init.kaimingNormal", shape, random, () => random.normal(0, std));
}

function deviation(where: string, shape: readonly number[], options: KaimingOptions): number {
  checkOptions(where, options, ["a", "mode", "nonlinearity"]);
  const { a = 0, mode = "fanIn", nonlinearity = "leakyRelu" } = options;
  if (mode !== "fanIn" && mode !== "fanOut") {
    throw new TypeError(`${where}: mode is "fanIn" or "fanOut"; got ${shown(mode)}.`);
  }
  return gain(nonlinearity, a) / Math.sqrt(fan(shape)[mode]);
}
