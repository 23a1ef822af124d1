import { checkOptions, type Tensor } from "@outgrad/engine";
import { type Entries, elementwise } from "./elementwise.js";
import type { Rows } from "./operands/lists.js";
import { checkNumbers, tiny, unit } from "./operands/numbers.js";
import type { Operand } from "./operands/operand.js";
import type { LossOptions, Reduced, ReducedTensor, Reduction } from "./reduction.js";

/** Options of `bce`. */
export interface BceOptions<R extends Reduction = Reduction, Weight = Entries> extends LossOptions<R> {
  /** What each entry's loss is multiplied by: broadcasts to the entries. */
  weight?: Weight;
}

/**
 * Binary cross entropy of probabilities: -(t log p + (1 - t) log(1 - p)) for each entry; by default the mean, as
 * torch.nn.functional.binary_cross_entropy. For scores of any size use `bceWithLogits`, which keeps its digits.
 *
 * probabilities and targets: read as those of `mse`; numbers from 0 to 1. At p = 0 and 1 the logarithms stop at -100, and
 * the gradient (p - t) / (p (1 - p)) where its denominator is 1e-12, so both are finite. Differentiable twice. Throws as
 * `mse` does, and for a probability outside [0, 1]; Values among them are taken as they are.
 *
 * @example
 * bce(tensor([0.5, 0]), tensor([1, 1]), { reduction: "none" }).toArray() // => [0.6931471805599453, 100]
 */
export function bce<T extends Tensor, R extends Reduction = "mean">(
  probabilities: T,
  targets: Tensor,
  options?: BceOptions<R, Tensor>,
): ReducedTensor<R, T>;
export function bce<R extends Reduction = "mean">(
  probabilities: Rows,
  targets: Rows,
  options?: BceOptions<R, Rows>,
): Reduced<R>;
export function bce(probabilities: Entries, targets: Entries, options: BceOptions = {}) {
  checkOptions("bce", options, ["weight", "reduction"]);
  const { weight } = options;
  checkNumbers("bce", "probabilities", probabilities, unit, "; bceWithLogits takes any score");
  return elementwise("bce", { probabilities, targets }, { weight }, options, (p, t, w?) => {
    const loss = lossOf(p, t);
    return w ? loss.mul(w) : loss;
  });
}

function lossOf<N extends Operand<N>>(p: N, t: N): N {
  const now = p.detach();
  const yes = now.log().clamp(-100);
  const no = now.neg().log1p().clamp(-100);
  const value = t.mul(no.sub(yes)).sub(no);
  // A term of value 0 brings the gradient: half way from now to p, so that the second derivative is right too.
  const half = p.add(now).mul(0.5);
  const slope = half.sub(t).div(half.mul(half.neg().add(1)).clamp(tiny));
  return value.add(p.sub(now).mul(slope));
}
