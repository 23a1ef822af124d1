import { asConstant, isTensor, max, type Scalar, sub, sum, type Tensor, type Value } from "@outgrad/engine";
import { isRow, type Row, type Rows, rowsOf } from "./operands/lists.js";

/**
 * Probabilities in proportion to exp(logit), for each row: exp(logit - max) / sum of exp(logit - max).
 *
 * logits: one row of Values and numbers, or a list of rows of the same length. The row's maximum is subtracted
 * as a plain number first, so that any finite logits give probabilities that add up to 1; gradients are those of
 * softmax all the same, because a constant added to a row changes nothing. Or a Tensor, along `dim`, the last one if
 * absent. Throws for an empty or ragged list, or a dim that is not there.
 *
 * @example
 * softmax([1000, 1000]).map((p) => p.data) // => [ 0.5, 0.5 ]
 * softmax(tensor([[1000, 1000]])).toArray() // => [[0.5, 0.5]]
 */
export function softmax<T extends Tensor>(logits: T, dim?: number): T;
export function softmax(logits: Row): Value[];
export function softmax(logits: ArrayLike<Row>): Value[][];
export function softmax(logits: Rows | Tensor, dim = -1): Value[] | Value[][] | Tensor {
  if (isTensor(logits)) return logits.softmax(dim);
  return eachRow("softmax", logits, (row) => {
    const { exps, total } = shiftedExps(row);
    return exps.map((e) => e.div(total));
  });
}

/**
 * The logarithms of softmax, for each row: logit - max - log(sum of exp(logit - max)).
 *
 * Reads logits as `softmax` does. Where a probability is too small for a float, such as e^-2000, its logarithm
 * is still right: that is why losses use it, not the log of softmax. Throws as `softmax` does.
 *
 * @example
 * logSoftmax([0, -2000]).map((p) => p.data) // => [ 0, -2000 ]
 */
export function logSoftmax<T extends Tensor>(logits: T, dim?: number): T;
export function logSoftmax(logits: Row): Value[];
export function logSoftmax(logits: ArrayLike<Row>): Value[][];
export function logSoftmax(logits: Rows | Tensor, dim = -1): Value[] | Value[][] | Tensor {
  if (isTensor(logits)) return logits.logSoftmax(dim);
  return eachRow("logSoftmax", logits, (row) => {
    const { shifted, total } = shiftedExps(row);
    const log = total.log();
    return shifted.map((logit) => logit.sub(log));
  });
}

/** The logits of a row less the largest, their exponentials, and the sum of those: never below 1. */
export function shiftedExps(logits: Row): { shifted: Value[]; exps: Value[]; total: Value } {
  const largest = Array.from(logits, (logit) => asConstant(logit as Scalar)).reduce(larger);
  const shifted = Array.from(logits, (logit) => sub(logit as Scalar, largest));
  const exps = shifted.map((logit) => logit.exp());
  return { shifted, exps, total: sum(exps) };
}

/** Of plain numbers a plain number, which makes no node. */
const larger = (a: Scalar, b: Scalar): Scalar =>
  typeof a === "number" && typeof b === "number" ? Math.max(a, b) : max(a, b);

function eachRow(where: string, logits: Rows, one: (row: Row) => Value[]): Value[] | Value[][] {
  const rows = rowsOf(`${where}, logits`, logits);
  return isRow(logits[0]) ? rows.map(one) : one(logits as Row);
}
