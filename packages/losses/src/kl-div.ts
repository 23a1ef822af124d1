import { checkOptions, type Tensor } from "@outgrad/engine";
import { type Entries, elementwise } from "./elementwise.js";
import type { Rows } from "./operands/lists.js";
import { flag } from "./operands/numbers.js";
import type { LossOptions, Reduced, ReducedTensor, Reduction } from "./reduction.js";

/** Options of `klDiv`. */
export interface KlDivOptions<R extends Reduction | "batchmean" = Reduction | "batchmean">
  extends LossOptions<R> {
  /** Whether the targets are logarithms of probabilities; false by default. */
  logTarget?: boolean;
}

/**
 * Kullback-Leibler divergence: t (log t - x) for each entry, of probabilities t from those whose logarithms are x; with
 * logTarget e^t (t - x). As torch.nn.functional.kl_div.
 *
 * logProbs and targets: read as those of `mse`. "mean", the default, divides the sum by the number of entries;
 * "batchmean" by that of samples, the size of the first dim, as the divergence is defined. A target of 0 adds nothing.
 * Gradient: -t (or -e^t), divided alike. Throws as `mse` does.
 *
 * @example
 * const logProbs = logSoftmax(tensor([[1, 2]]));
 * klDiv(logProbs, tensor([[0.5, 0.5]]), { reduction: "batchmean" }).item() // => 0.12011450...
 */
export function klDiv<T extends Tensor, R extends Reduction | "batchmean" = "mean">(
  logProbs: T,
  targets: Tensor,
  options?: KlDivOptions<R>,
): ReducedTensor<R, T>;
export function klDiv<R extends Reduction | "batchmean" = "mean">(
  logProbs: Rows,
  targets: Rows,
  options?: KlDivOptions<R>,
): Reduced<R>;
export function klDiv(logProbs: Entries, targets: Entries, options: KlDivOptions = {}) {
  checkOptions("klDiv", options, ["logTarget", "reduction"]);
  const { logTarget = false, reduction } = options;
  flag("klDiv", "logTarget", logTarget);
  const perSample = reduction === "batchmean";
  const usual = perSample ? { reduction: "sum" as const } : (options as LossOptions);
  const loss = elementwise("klDiv", { logProbs, targets }, {}, usual, (x, t) =>
    logTarget ? t.exp().mul(t.sub(x)) : t.xlogy(t).sub(t.mul(x)),
  );
  return perSample ? (loss as Tensor).div(samples(logProbs)) : loss;
}

const samples = (entries: Entries): number =>
  "length" in entries ? entries.length : (entries.shape[0] ?? 1);
