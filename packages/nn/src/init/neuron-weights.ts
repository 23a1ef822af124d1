import type { Random } from "@outgrad/engine/random";
import type { Activation } from "../activation.js";
import { gain } from "./gain.js";

/**
 * First weights for a neuron: uniform in ±gain · √(3 / nin), so that their variance is gain² / nin and signals
 * neither die out nor blow up from layer to layer (He et al. 2015, arXiv:1502.01852, counting inputs only).
 *
 * gain is that of relu, leakyRelu and tanh, and 1 for all other activations. Uniform numbers are exact arithmetic on
 * the random bits.
 */
export function initialWeights(nin: number, activation: Activation, random: Random): number[] {
  const hasGain = activation === "relu" || activation === "leakyRelu" || activation === "tanh";
  const bound = gain(hasGain ? activation : "linear") * Math.sqrt(3 / nin);
  return Array.from({ length: nin }, () => random.uniform(-bound, bound));
}
