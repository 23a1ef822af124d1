import { checkOptions, type Tensor } from "@outgrad/engine";
import { elementwise } from "./elementwise.js";
import type { Rows } from "./operands/lists.js";
import type { LossOptions, Reduced, ReducedTensor, Reduction } from "./reduction.js";

/**
 * Absolute error: |prediction - target| for each entry; by default their mean, as torch.nn.functional.l1_loss.
 *
 * Reads predictions and targets as `mse` does. Gradient: the sign of the error, 0 where there is none, divided by the
 * number of entries for "mean". Throws as `mse` does.
 *
 * @example
 * l1(tensor([3, 1]), tensor([1, 2])).item() // => 1.5
 */
export function l1<T extends Tensor, R extends Reduction = "mean">(
  predictions: T,
  targets: Tensor,
  options?: LossOptions<R>,
): ReducedTensor<R, T>;
export function l1<R extends Reduction = "mean">(
  predictions: Rows,
  targets: Rows,
  options?: LossOptions<R>,
): Reduced<R>;
export function l1(predictions: Rows | Tensor, targets: Rows | Tensor, options: LossOptions = {}) {
  checkOptions("l1", options, ["reduction"]);
  return elementwise("l1", { predictions, targets }, {}, options, (x, t) => x.sub(t).abs());
}
