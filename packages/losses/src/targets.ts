import type { Value } from "@outgrad/engine";
import { isRow, type Row, type Rows, rowsOf, shown } from "./lists.js";
import { type LossOptions, type Reduced, type Reduction, reduced, reductionOf } from "./reduction.js";

/**
 * A loss of rows against class indices: of one row and one target, or of as many rows as targets, reduced.
 * `one` is the loss of one row; everything is checked before it is first called.
 */
export function classLoss<R extends Reduction>(
  where: string,
  input: Rows,
  targets: number | ArrayLike<number>,
  options: LossOptions<R>,
  one: (row: Row, target: number) => Value,
): Value | Reduced<R> {
  const reduction = reductionOf(where, options);
  const rows = rowsOf(`${where}, first argument`, input);
  if (!isRow(input[0])) {
    const row = input as Row;
    checkTarget(where, targets, row.length);
    return one(row, targets);
  }
  if (!isRow(targets) || targets.length !== rows.length) {
    throw new RangeError(
      `${where}: ${rows.length} rows need a list of ${rows.length} targets, got ${shown(targets)}.`,
    );
  }
  const classes = Array.from(targets as ArrayLike<number>);
  for (const target of classes) checkTarget(where, target, (rows[0] as Row).length);
  return reduced(
    rows.map((row, i) => one(row, classes[i] as number)),
    reduction,
  );
}

function checkTarget(where: string, target: unknown, classes: number): asserts target is number {
  if (!Number.isInteger(target) || (target as number) < 0 || (target as number) >= classes) {
    throw new RangeError(
      `${where}: with rows of ${classes}, a target is an integer from 0 to ${classes - 1}; got ${shown(target)}.`,
    );
  }
}
