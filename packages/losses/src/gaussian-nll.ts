import { checkOptions, isTensor, type Tensor } from "@outgrad/engine";
import { type Entries, elementwise } from "./elementwise.js";
import { isRow, type Row, type Rows, shownShape } from "./operands/lists.js";
import { checkNumbers, flag, moreThan, positive } from "./operands/numbers.js";
import { withSlopeOf } from "./operands/operand.js";
import type { LossOptions, Reduced, ReducedTensor, Reduction } from "./reduction.js";

/** Options of `gaussianNll`. */
export interface GaussianNllOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** Whether log(2π) / 2 is added; false by default. */
  full?: boolean;
  /** The least variance that is reckoned with; 1e-6 by default. */
  eps?: number;
}

/** log(2π) / 2. */
const constant = 0.9189385332046727;

/**
 * Negative log likelihood of targets t under normal distributions: (log v + (x - t)² / v) / 2 of mean x and variance v; by
 * default the mean, as torch.nn.functional.gaussian_nll_loss.
 *
 * means and targets: read as those of `mse`. variances: one for each, or one per sample: with the last dim missing or of
 * size 1. A variance below eps counts as eps, and its gradient is that at eps, as PyTorch's, so that it can grow again.
 * Throws as `mse` does, for a negative variance, and if eps is not above 0.
 *
 * @example
 * gaussianNll(tensor([1]), tensor([3]), tensor([4])).item() // => 1.19314718...
 */
export function gaussianNll<T extends Tensor, R extends Reduction = "mean">(
  means: T,
  targets: Tensor,
  variances: Tensor,
  options?: GaussianNllOptions<R>,
): ReducedTensor<R, T>;
export function gaussianNll<R extends Reduction = "mean">(
  means: Rows,
  targets: Rows,
  variances: Rows,
  options?: GaussianNllOptions<R>,
): Reduced<R>;
export function gaussianNll(
  means: Entries,
  targets: Entries,
  variances: Entries,
  options: GaussianNllOptions = {},
) {
  checkOptions("gaussianNll", options, ["full", "eps", "reduction"]);
  const { full = false, eps = 1e-6 } = options;
  flag("gaussianNll", "full", full);
  moreThan("gaussianNll", "eps", eps, 0);
  if (variances === undefined) throw new TypeError("gaussianNll: expected variances, got undefined.");
  checkNumbers("gaussianNll", "variances", variances, positive);
  const each = { variances: perSample(means, variances) };
  return elementwise("gaussianNll", { means, targets }, each, options, (x, t, variance) => {
    const v = withSlopeOf((variance as typeof x).clamp(eps), variance as typeof x);
    const loss = v.log().add(x.sub(t).square().div(v)).mul(0.5);
    return full ? loss.add(constant) : loss;
  });
}

/** The variances with a dim for the entries of a sample, where it is missing. */
function perSample(means: Entries, variances: Entries): Entries {
  if (isTensor(means) && isTensor(variances)) {
    const [shape, found] = [means.shape, variances.shape];
    const whole = found.length === shape.length ? variances : variances.unsqueeze(-1);
    const fits = shape.every((size, dim) => {
      const own = whole.shape[dim];
      return own === size || (own === 1 && dim === shape.length - 1);
    });
    if (fits && whole.shape.length === shape.length) return whole;
    throw new RangeError(
      `gaussianNll: the shape of variances is ${shownShape(found)}, and must be that of the means, ${shownShape(shape)}, or that ` +
        "with the last dim missing or of size 1.",
    );
  }
  const single = isRow(variances) && !isRow(variances[0]);
  return single && isRow(means) && isRow(means[0])
    ? Array.from(variances as Row, (variance) => [variance])
    : variances;
}
