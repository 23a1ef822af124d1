import { type Scalar, Value } from "@outgrad/engine";
import { isRow, type Row, type Rows, rowsOf, shown } from "./lists.js";
import { type LossOptions, type Reduced, type Reduction, reduced, reductionOf } from "./reduction.js";

/** Of one row: the index of its class. Throws a sentence for anything else. */
export function classIndex(where: string, target: unknown, classes: number): number {
  if (Number.isInteger(target) && (target as number) >= 0 && (target as number) < classes) {
    return target as number;
  }
  throw new RangeError(
    `${where}: with rows of ${classes}, a target is an integer from 0 to ${classes - 1}; got ${shown(target)}.`,
  );
}

/** Of one row: the index of its class, or the probabilities of all. Values are taken as they are. */
export function classOrProbabilities(where: string, target: unknown, classes: number): number | Row {
  if (!isRow(target)) return classIndex(where, target, classes);
  if (target.length !== classes) {
    throw new RangeError(
      `${where}: rows of ${classes} need as many probabilities, got ${shown(target)}; a list of classes needs a list of rows.`,
    );
  }
  const entries = Array.from(target);
  if (entries.some((entry) => entry instanceof Value)) return target;
  const total = (entries as number[]).reduce((sum, entry) => (entry >= 0 ? sum + entry : Number.NaN), 0);
  if (Math.abs(total - 1) < 1e-6) return target;
  throw new RangeError(
    `${where}: probabilities are at least 0 and add up to 1; got [${entries.join(", ")}].`,
  );
}

/**
 * A loss of rows against targets: of one row and one target, or of as many rows as targets, reduced.
 * `one` is the loss of one row; everything is checked, by `check` the targets, before it is first called.
 */
export function classLoss<T, R extends Reduction>(
  where: string,
  input: Rows,
  targets: number | ArrayLike<Scalar | Row>,
  options: LossOptions<R>,
  check: (where: string, target: unknown, classes: number) => T,
  one: (row: Row, target: T) => Value,
): Value | Reduced<R> {
  const reduction = reductionOf(where, options);
  const rows = rowsOf(`${where}, first argument`, input);
  if (!isRow(input[0])) return one(input as Row, check(where, targets, input.length));
  if (!isRow(targets) || targets.length !== rows.length) {
    throw new RangeError(
      `${where}: ${rows.length} rows need a list of ${rows.length} targets, got ${shown(targets)}.`,
    );
  }
  const width = (rows[0] as Row).length;
  const checked = Array.from(targets as ArrayLike<unknown>, (target) => check(where, target, width));
  return reduced(
    rows.map((row, i) => one(row, checked[i] as T)),
    reduction,
  );
}
