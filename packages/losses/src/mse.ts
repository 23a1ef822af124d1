import { type Scalar, sub } from "@outgrad/engine";
import { type Row, type Rows, rowsOf } from "./lists.js";
import { type LossOptions, type Reduced, type Reduction, reduced, reductionOf } from "./reduction.js";

/**
 * Squared error: (prediction - target)² for each entry; by default their mean, as torch.nn.functional.mse_loss.
 *
 * predictions and targets: lists of Values and numbers, or of rows of the same length, in the same shape. A row of
 * one entry, as an MLP with one output gives, may stand for the entry. reduction "none" lists the entries row
 * after row. Gradient: 2 (prediction - target), divided by the number of entries for "mean". Throws if a list is
 * empty or ragged, or the shapes differ.
 *
 * @example
 * const y = value(3, "y");
 * const loss = mse([y, 1], [1, 1]);
 * loss.data // => 2
 */
export function mse<R extends Reduction = "mean">(
  predictions: Rows,
  targets: Rows,
  options: LossOptions<R> = {},
): Reduced<R> {
  const reduction = reductionOf("mse", options);
  const found = rowsOf("mse, predictions", predictions);
  const wanted = rowsOf("mse, targets", targets);
  if (shapeOf(found) !== shapeOf(wanted)) {
    throw new RangeError(
      `mse: predictions are ${shapeOf(found)} and targets ${shapeOf(wanted)} (samples by entries); they must be alike.`,
    );
  }
  const losses = found.flatMap((row, i) =>
    Array.from(row, (prediction, j) => sub(prediction, (wanted[i] as Row)[j] as Scalar).square()),
  );
  return reduced(losses, reduction);
}

const shapeOf = (rows: Row[]) => `${rows.length} by ${(rows[0] as Row).length}`;
