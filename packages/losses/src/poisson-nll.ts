import { checkOptions, type Tensor } from "@outgrad/engine";
import { type Entries, elementwise } from "./elementwise.js";
import type { Rows } from "./operands/lists.js";
import { atLeast, flag } from "./operands/numbers.js";
import type { Operand } from "./operands/operand.js";
import type { LossOptions, Reduced, ReducedTensor, Reduction } from "./reduction.js";

/** Options of `poissonNll`. */
export interface PoissonNllOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** Whether the predictions are logarithms of rates; true by default. */
  logInput?: boolean;
  /** Whether Stirling's approximation of log(t!) is added, for targets above 1; false by default. */
  full?: boolean;
  /** What is added to a rate before its logarithm; 1e-8 by default. */
  eps?: number;
}

const twoPi = 2 * Math.PI;

/**
 * Negative log likelihood of counts t under a Poisson distribution: e^x - t x of the logarithm x of its rate, or with
 * logInput false x - t log(x + eps) of the rate; by default the mean, as torch.nn.functional.poisson_nll_loss.
 *
 * predictions and targets: read as those of `mse`. With `full`, t log t - t + log(2π t) / 2 is added for targets above 1.
 * Gradient: e^x - t, or 1 - t / (x + eps): finite at a rate of 0. Throws as `mse` does, and if eps is negative.
 *
 * @example
 * poissonNll(tensor([0, 1]), tensor([2, 1]), { reduction: "none" }).toArray() // => [1, 1.718281828459045]
 */
export function poissonNll<T extends Tensor, R extends Reduction = "mean">(
  predictions: T,
  targets: Tensor,
  options?: PoissonNllOptions<R>,
): ReducedTensor<R, T>;
export function poissonNll<R extends Reduction = "mean">(
  predictions: Rows,
  targets: Rows,
  options?: PoissonNllOptions<R>,
): Reduced<R>;
export function poissonNll(predictions: Entries, targets: Entries, options: PoissonNllOptions = {}) {
  checkOptions("poissonNll", options, ["logInput", "full", "eps", "reduction"]);
  const { logInput = true, full = false, eps = 1e-8 } = options;
  flag("poissonNll", "logInput", logInput);
  flag("poissonNll", "full", full);
  atLeast("poissonNll", "eps", eps, 0);
  return elementwise("poissonNll", { predictions, targets }, {}, options, (x, t) => {
    const loss = logInput ? x.exp().sub(t.mul(x)) : x.sub(t.mul(x.add(eps).log()));
    return full ? loss.add(stirling(t)) : loss;
  });
}

/** log(t!) above 1, roughly; 0 up to there. */
function stirling<N extends Operand<N>>(t: N): N {
  const large = t.clamp(1);
  const size = large.xlogy(large).sub(large);
  return size.add(large.mul(twoPi).log().mul(0.5)).mul(t.gt(1));
}
