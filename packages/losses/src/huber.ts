import { checkOptions, type Tensor } from "@outgrad/engine";
import { elementwise } from "./elementwise.js";
import type { Rows } from "./operands/lists.js";
import { atLeast, moreThan } from "./operands/numbers.js";
import type { LossOptions, Reduced, ReducedTensor, Reduction } from "./reduction.js";

/** Options of `huber`. */
export interface HuberOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** From which error on the loss is straight; 1 by default, above 0. */
  delta?: number;
}

/** Options of `smoothL1`. */
export interface SmoothL1Options<R extends Reduction = Reduction> extends LossOptions<R> {
  /** From which error on the loss is straight; 1 by default, 0 for `l1`. */
  beta?: number;
}

/**
 * Huber's loss: e² / 2 for an error e up to delta, delta (|e| - delta / 2) beyond; by default the mean, as
 * torch.nn.functional.huber_loss.
 *
 * Reads predictions and targets as `mse` does. Gradient: e limited to [-delta, delta], so the kink is one of the slope
 * only; divided by the number of entries for "mean". Throws as `mse` does, and if delta is not above 0.
 *
 * @example
 * huber(tensor([0.5, 3]), tensor([0, 0]), { reduction: "none" }).toArray() // => [0.125, 2.5]
 */
export function huber<T extends Tensor, R extends Reduction = "mean">(
  predictions: T,
  targets: Tensor,
  options?: HuberOptions<R>,
): ReducedTensor<R, T>;
export function huber<R extends Reduction = "mean">(
  predictions: Rows,
  targets: Rows,
  options?: HuberOptions<R>,
): Reduced<R>;
export function huber(predictions: Rows | Tensor, targets: Rows | Tensor, options: HuberOptions = {}) {
  checkOptions("huber", options, ["delta", "reduction"]);
  const { delta = 1 } = options;
  moreThan("huber", "delta", delta, 0);
  return elementwise("huber", { predictions, targets }, {}, options, (x, t) => {
    const e = x.sub(t);
    const near = e.clamp(-delta, delta);
    // near (e - near / 2) is e² / 2 inside, and ±delta (e ∓ delta / 2) outside.
    return near.mul(e.sub(near.mul(0.5)));
  });
}

/**
 * Smooth absolute error: e² / (2 beta) for an error e up to beta, |e| - beta / 2 beyond; by default the mean, as
 * torch.nn.functional.smooth_l1_loss. It is `huber` divided by its delta.
 *
 * Reads predictions and targets as `mse` does. Gradient: e / beta limited to [-1, 1], divided by the number of entries
 * for "mean". With beta 0 it is `l1`, whose gradient is 0 where there is no error (PyTorch 1.13's is -1 there). Throws
 * as `mse` does, and if beta is negative.
 *
 * @example
 * smoothL1(tensor([0.5, 3]), tensor([0, 0]), { beta: 2, reduction: "none" }).toArray() // => [0.0625, 2]
 */
export function smoothL1<T extends Tensor, R extends Reduction = "mean">(
  predictions: T,
  targets: Tensor,
  options?: SmoothL1Options<R>,
): ReducedTensor<R, T>;
export function smoothL1<R extends Reduction = "mean">(
  predictions: Rows,
  targets: Rows,
  options?: SmoothL1Options<R>,
): Reduced<R>;
export function smoothL1(predictions: Rows | Tensor, targets: Rows | Tensor, options: SmoothL1Options = {}) {
  checkOptions("smoothL1", options, ["beta", "reduction"]);
  const { beta = 1 } = options;
  atLeast("smoothL1", "beta", beta, 0);
  return elementwise("smoothL1", { predictions, targets }, {}, options, (x, t) => {
    const e = x.sub(t);
    if (beta === 0) return e.abs();
    const near = e.clamp(-beta, beta);
    return near.div(beta).mul(e.sub(near.mul(0.5)));
  });
}
