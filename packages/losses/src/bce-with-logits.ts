import { checkOptions, type Tensor } from "@outgrad/engine";
import { type Entries, elementwise } from "./elementwise.js";
import type { Rows } from "./operands/lists.js";
import type { LossOptions, Reduced, ReducedTensor, Reduction } from "./reduction.js";

/** Options of `bceWithLogits`. */
export interface BceWithLogitsOptions<R extends Reduction = Reduction, Weight = Entries>
  extends LossOptions<R> {
  /** What each entry's loss is multiplied by: broadcasts to the entries. */
  weight?: Weight;
  /** What the loss of positive targets is multiplied by, for each class where they are rare: broadcasts to the entries. */
  posWeight?: Weight;
}

/**
 * Binary cross entropy of logits: posWeight t softplus(-x) + (1 - t) softplus(x) for each entry, which is `bce` of
 * sigmoid(x); by default the mean, as torch.nn.functional.binary_cross_entropy_with_logits.
 *
 * logits and targets: read as those of `mse`; any finite logits, targets from 0 to 1. Gradient: sigmoid(x) - t without
 * weights, with all its digits at both ends, where PyTorch's is rounded to 0. Throws as `mse` does, and if a weight does not
 * broadcast to the logits.
 *
 * @example
 * bceWithLogits(tensor([200, -200]), tensor([0, 1]), { reduction: "none" }).toArray() // => [200, 200]
 */
export function bceWithLogits<T extends Tensor, R extends Reduction = "mean">(
  logits: T,
  targets: Tensor,
  options?: BceWithLogitsOptions<R, Tensor>,
): ReducedTensor<R, T>;
export function bceWithLogits<R extends Reduction = "mean">(
  logits: Rows,
  targets: Rows,
  options?: BceWithLogitsOptions<R, Rows>,
): Reduced<R>;
export function bceWithLogits(logits: Entries, targets: Entries, options: BceWithLogitsOptions = {}) {
  checkOptions("bceWithLogits", options, ["weight", "posWeight", "reduction"]);
  const { weight, posWeight } = options;
  return elementwise(
    "bceWithLogits",
    { logits, targets },
    { posWeight, weight },
    options,
    (x, t, ...more) => {
      const yes = x.neg().softplus().mul(t);
      const no = x.softplus().mul(t.neg().add(1));
      const loss = (posWeight === undefined ? yes : yes.mul(more[0] as typeof x)).add(no);
      return weight === undefined ? loss : loss.mul(more.at(-1) as typeof x);
    },
  );
}
