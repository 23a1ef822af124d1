import { checkRange } from "../optim/range.js";
import { shown } from "../shown.js";

/** What follows a layer, as far as its first weights depend on it. */
export type Nonlinearity = "linear" | "sigmoid" | "tanh" | "relu" | "leakyRelu" | "selu";

/**
 * By how much first weights should be larger, to make up for what the nonlinearity takes away, as
 * torch.nn.init.calculate_gain: 1 for linear and sigmoid, 5/3 for tanh, √2 for relu, √(2 / (1 + slope²)) for
 * leakyRelu with that slope for negative numbers (0.01 by default), 3/4 for selu.
 */
export function gain(nonlinearity: Nonlinearity, slope = 0.01): number {
  switch (nonlinearity) {
    case "linear":
    case "sigmoid":
      return 1;
    case "tanh":
      return 5 / 3;
    case "relu":
      return Math.SQRT2;
    case "leakyRelu":
      checkRange("init.gain: slope", slope);
      return Math.sqrt(2 / (1 + slope * slope));
    case "selu":
      return 3 / 4;
    default:
      throw new TypeError(
        `init.gain: nonlinearity is "linear", "sigmoid", "tanh", "relu", "leakyRelu" or "selu"; got ${shown(nonlinearity)}.`,
      );
  }
}
