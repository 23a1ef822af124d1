import { mean, type Scalar, sum, Value } from "@outgrad/engine";
import { reductionOf } from "../reduction.js";
import { checkClass, type IgnoringOptions, weightsOf } from "./classes.js";
import { isRow, lifted, type Row, type Rows, rowsOf, shown } from "./lists.js";

/** Reads what a target is: of one row with so many classes. */
type Read<T> = (where: string, target: unknown, classes: number) => T;

/** Of one row: the index of its class. Throws a sentence for anything else. */
export const classIndex: Read<number> = checkClass;

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
 * A loss of rows against targets: of one row and one target, or of as many rows as targets, reduced. `one` is the loss of
 * one row, weighted; everything is checked, by `read` the targets, before it is first called.
 */
export function classLoss<T extends number | Row>(
  where: string,
  input: Rows,
  targets: number | ArrayLike<Scalar | Row>,
  options: IgnoringOptions,
  read: Read<T>,
  one: (row: Row, target: T, weights: ArrayLike<number> | undefined) => Value,
): Value | Value[] {
  const reduction = reductionOf(where, options);
  const single = isRow(input) && input.length > 0 && !isRow(input[0]);
  const rows = rowsOf(`${where}, first argument`, single ? [input as Row] : input);
  const list = single ? [targets as Scalar | Row] : targets;
  if (!isRow(list) || list.length !== rows.length) {
    throw new RangeError(
      `${where}: ${rows.length} rows need a list of ${rows.length} targets, got ${shown(targets)}.`,
    );
  }
  const { length: width } = rows[0] as Row;
  const weights = weightsOf(where, options, width);
  const { ignoreIndex = -100 } = options;
  const found = Array.from(list as ArrayLike<unknown>, (target) =>
    target === ignoreIndex ? undefined : read(where, target, width),
  );
  const losses = found.map((target, i) =>
    target === undefined ? lifted(0) : one(rows[i] as Row, target, weights),
  );
  if (reduction === "none") return single ? (losses[0] as Value) : losses;
  if (reduction === "sum") return sum(losses);
  // A row of probabilities counts as one, as in PyTorch.
  const shares = found.map((target) => {
    if (target === undefined) return 0;
    return typeof target === "number" ? (weights?.[target] ?? 1) : 1;
  });
  if (shares.some((share) => share !== 1)) return sum(losses).div(shares.reduce((a, b) => a + b));
  return single ? (losses[0] as Value) : mean(losses);
}
