import type { Random } from "@outgrad/engine/random";
import type { Activation } from "./activation.js";

/**
 * First weights for a neuron: uniform in ±gain · √(3 / nin), so that their variance is gain² / nin and signals
 * neither die out nor blow up from layer to layer (He et al. 2015, arXiv:1502.01852, counting inputs only).
 *
 * gain makes up for what the activation takes away: √2 for relu, √(2 / (1 + 0.01²)) for leakyRelu, 5/3 for tanh,
 * 1 for all others, as torch.nn.init.calculate_gain. Uniform numbers are exact arithmetic on the random bits.
 */
export function initialWeights(nin: number, activation: Activation, random: Random): number[] {
  const bound = gainOf(activation) * Math.sqrt(3 / nin);
  return Array.from({ length: nin }, () => random.uniform(-bound, bound));
}

function gainOf(activation: Activation): number {
  switch (activation) {
    case "relu":
      return Math.SQRT2;
    case "leakyRelu":
      return Math.sqrt(2 / (1 + 0.01 * 0.01));
    case "tanh":
      return 5 / 3;
    default:
      return 1;
  }
}
