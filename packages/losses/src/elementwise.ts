import type { Scalar, Tensor, Value } from "@outgrad/engine";
import { isRow, lifted, type Row, type Rows, rowsOf, sizeOf } from "./operands/lists.js";
import type { Operand } from "./operands/operand.js";
import { areTensors, checkAlike, checkFits, type Given } from "./operands/shapes.js";
import { type LossOptions, type Reduction, reduced, reductionOf } from "./reduction.js";

/** The loss of an entry: of one number each, or of a Tensor of them. */
export type Formula = <N extends Operand<N>>(x: N, y: N, ...more: N[]) => N;

/** Lists of Values and numbers, or Tensors. */
export type Entries = Rows | Tensor;

/**
 * A loss of each entry by itself, reduced. Operands in `alike` have one shape; those in `broadcast` are stretched to it,
 * and come after them in the formula.
 */
export function elementwise<R extends Reduction>(
  where: string,
  alike: Given<Entries>,
  broadcast: Given<Entries | undefined>,
  options: LossOptions<R>,
  formula: Formula,
): Value | Value[] | Tensor {
  const reduction = reductionOf(where, options);
  const stretched = present(broadcast);
  if (areTensors(where, { ...alike, ...stretched })) {
    const operands = alike as Given<Tensor>;
    checkAlike(where, operands);
    const [first] = Object.values(operands) as [Tensor];
    const fitting = Object.entries(stretched as Given<Tensor>);
    for (const [name, found] of fitting) checkFits(where, name, found, first.shape);
    const all = [...Object.values(operands), ...fitting.map(([, found]) => found)];
    return reduced((formula as unknown as TensorFormula)(...all), reduction);
  }
  const rows = Object.entries(alike as Given<Rows>).map(
    ([name, list]) => [name, rowsOf(`${where}, ${name}`, list)] as const,
  );
  const [[first, shape], ...others] = rows as [readonly [string, Row[]], ...(readonly [string, Row[]])[]];
  for (const [name, other] of others) {
    if (sizeOf(other) === sizeOf(shape)) continue;
    throw new RangeError(
      `${where}: ${first} are ${sizeOf(shape)} and ${name} ${sizeOf(other)} (samples by entries); they must be alike.`,
    );
  }
  const more = Object.entries(stretched as Given<Rows>).map(([name, list]) =>
    spread(where, name, list, shape),
  );
  const all = [...rows.map(([, list]) => list), ...more];
  const losses = shape.flatMap((row, i) =>
    Array.from(row, (_, j) =>
      (formula as ValueFormula)(...all.map((list) => lifted((list[i] as Row)[j] as Scalar))),
    ),
  );
  return reduced(losses, reduction);
}

type TensorFormula = (...operands: Tensor[]) => Tensor;
type ValueFormula = (...operands: Value[]) => Value;

/** The options that were given. */
const present = (given: Given<Entries | undefined>): Given<Entries> =>
  Object.fromEntries(Object.entries(given).filter(([, found]) => found !== undefined)) as Given<Entries>;

/** Rows as many and as long as `shape`: of lists that broadcast to it, a flat one as a single row. */
function spread(where: string, name: string, list: Rows, shape: readonly Row[]): readonly Row[] {
  const found = rowsOf(`${where}, ${name}`, list);
  if (sizeOf(found) === sizeOf(shape)) return found;
  const rows = isRow(list[0]) ? found : [list as Row];
  const [{ length: own }] = rows as [Row];
  const [{ length: width }] = shape as [Row];
  if ((rows.length === 1 || rows.length === shape.length) && (own === 1 || own === width)) {
    return shape.map((row, i) => {
      const [first, ...others] = Array.from(rows[rows.length === 1 ? 0 : i] as Row);
      return own === width ? [first as Scalar, ...others] : Array.from(row, () => first as Scalar);
    });
  }
  throw new RangeError(
    `${where}: ${name} must be as the entries, ${sizeOf(shape)}, or broadcast to them, and is ${sizeOf(rows)}.`,
  );
}
