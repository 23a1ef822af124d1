import type { Scalar, Tensor, Value } from "@outgrad/engine";
import { isRow, lifted, type Row, type Rows, rowsOf, shown, shownShape, sizeOf } from "./operands/lists.js";
import type { Operand } from "./operands/operand.js";
import { areTensors, checkAlike, type Given } from "./operands/shapes.js";
import { type LossOptions, type Reduction, reduced, reductionOf } from "./reduction.js";

/** A vector: the Values of a row, or a Tensor of many vectors, as a list of that one. */
export type Vector<N> = readonly N[];

/** What a formula of vectors is written with. */
export interface Sums<N> {
  /** The sum over a vector. */
  total(vector: Vector<N>): N;
  /** Its greatest number. */
  greatest(vector: Vector<N>): N;
}

/** A number of some vectors, and of the sample's label if there are labels. */
export type RowFormula = <N extends Operand<N>>(sums: Sums<N>, vectors: Vector<N>[], label?: N) => N;

/** Vectors, and one label for each. */
export type Vectors = Rows | Tensor;

/** Two vectors, number by number. */
export const zip = <N>(a: Vector<N>, b: Vector<N>, f: (a: N, b: N) => N): Vector<N> =>
  a.map((x, i) => f(x, b[i] as N));

const ofValues: Sums<Value> = {
  total: (vector) => vector.reduce((sum, x) => sum.add(x)),
  greatest: (vector) => vector.reduce((most, x) => most.max(x)),
};

/** Sums over a dim, which goes away. */
export const alongDim = (dim: number): Sums<Tensor> => ({
  total: ([x]) => (x as Tensor).sum(dim),
  greatest: ([x]) => (x as Tensor).amax(dim),
});

/** A formula of each row of lists: of one row a Value, of a list of rows a list. */
export function eachRow(where: string, given: Given<Rows>, formula: RowFormula, labels?: Row): Value[] {
  const lists = Object.entries(given).map(([name, list]) => {
    if (isRow(list) && !isRow(list[0])) return [name, rowsOf(`${where}, ${name}`, [list as Row])] as const;
    return [name, rowsOf(`${where}, ${name}`, list)] as const;
  });
  const [[first, rows], ...others] = lists as [readonly [string, Row[]], ...(readonly [string, Row[]])[]];
  for (const [name, other] of others) {
    if (sizeOf(other) === sizeOf(rows)) continue;
    throw new RangeError(
      `${where}: ${first} is ${sizeOf(rows)} and ${name} ${sizeOf(other)} (samples by entries); they must be alike.`,
    );
  }
  if (labels && labels.length !== rows.length) {
    throw new RangeError(`${where}: ${rows.length} samples need as many labels, got ${shown(labels)}.`);
  }
  return rows.map((_, i) => {
    const vectors = lists.map(([, list]) => Array.from(list[i] as Row, lifted));
    return formula(ofValues, vectors, labels && lifted(labels[i] as Scalar));
  });
}

/**
 * A loss of vectors of one shape, reduced: rows of Values, or Tensors whose last dim is that of the vectors. Labels are
 * one number for each: a list of them, or a Tensor without the last dim.
 */
export function rowwise<R extends Reduction>(
  where: string,
  given: Given<Vectors>,
  options: LossOptions<R>,
  formula: RowFormula,
  labels?: Row | Tensor | Scalar,
): Value | Value[] | Tensor {
  const reduction = reductionOf(where, options);
  if (areTensors(where, labels === undefined ? given : { ...given, labels })) {
    checkAlike(where, given as Given<Tensor>);
    const tensors = Object.values(given) as Tensor[];
    const { shape } = tensors[0] as Tensor;
    if (shape.length === 0)
      throw new RangeError(`${where}: a single number is no vector; give [D] or [N, D].`);
    const own = (labels as Tensor | undefined)?.shape;
    if (own && shownShape(own) !== shownShape(shape.slice(0, -1))) {
      throw new RangeError(
        `${where}: the vectors are ${shownShape(shape)}, so labels must be ${shownShape(shape.slice(0, -1))}, got ${shownShape(own)}.`,
      );
    }
    const vectors = tensors.map((tensor) => [tensor]);
    return reduced(formula(sumsOfTensors, vectors as never, labels as never) as unknown as Tensor, reduction);
  }
  const rows = given as Given<Rows>;
  const single = Object.values(rows).every((list) => isRow(list) && !isRow(list[0]));
  const list = labels === undefined || isRow(labels) ? labels : [labels as Scalar];
  const losses = eachRow(where, rows, formula, list as Row | undefined);
  return single ? (losses[0] as Value) : reduced(losses, reduction);
}

const sumsOfTensors = alongDim(-1) as unknown as Sums<never>;
