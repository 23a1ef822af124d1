import { checkOptions, type Tensor } from "@outgrad/engine";
import { elementwise } from "./elementwise.js";
import type { Rows } from "./operands/lists.js";
import type { LossOptions, Reduced, ReducedTensor, Reduction } from "./reduction.js";

/**
 * Squared error: (prediction - target)² for each entry; by default their mean, as torch.nn.functional.mse_loss.
 *
 * predictions and targets: Tensors of one shape, or lists of Values and numbers, or of rows of the same length, in the
 * same shape. In lists a row of one entry, as an MLP with one output gives, may stand for the entry, and reduction "none"
 * lists the entries row after row. Gradient: 2 (prediction - target), divided by the number of entries for "mean".
 * Throws if a list is empty or ragged, or the shapes differ: PyTorch broadcasts them with a warning.
 *
 * @example
 * const y = value(3, "y");
 * const loss = mse([y, 1], [1, 1]);
 * loss.data // => 2
 * mse(tensor([3, 1]), tensor([1, 1])).item() // => 2
 */
export function mse<T extends Tensor, R extends Reduction = "mean">(
  predictions: T,
  targets: Tensor,
  options?: LossOptions<R>,
): ReducedTensor<R, T>;
export function mse<R extends Reduction = "mean">(
  predictions: Rows,
  targets: Rows,
  options?: LossOptions<R>,
): Reduced<R>;
export function mse(predictions: Rows | Tensor, targets: Rows | Tensor, options: LossOptions = {}) {
  checkOptions("mse", options, ["reduction"]);
  return elementwise("mse", { predictions, targets }, {}, options, (x, t) => x.sub(t).square());
}
