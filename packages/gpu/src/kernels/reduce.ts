import type { Text, Writer } from "../kernel/writer.js";
import { type Combine, type Finish, fold } from "./fold.js";
import { type Grid, reducedShape } from "./grid.js";
import type { Reduction, Variance } from "./options.js";
import type { Recipe, Shape, Source } from "./recipe.js";
import { operand, Steps } from "./steps.js";

/** What a term is made from: numbers of the arrays that the fold reads. */
type TermOf = (w: Writer, at: Text, column: Text, first: Text) => Text;

/** Columns of terms of numbers that lie one after the other, all of them in the same place of their arrays. */
export function foldColumns(
  steps: Steps,
  grid: Grid,
  given: {
    readonly key: string;
    readonly combine: Combine;
    readonly reads: readonly Source[];
    readonly term: TermOf;
    readonly finish?: Finish;
  },
): Source {
  const { key, combine, reads, term, finish } = given;
  return fold(steps, {
    key: `${key} ${grid.key}`,
    columns: grid.columns,
    count: grid.count,
    combine,
    reads,
    ints: [],
    column: (w, column) => {
      const { first, at } = grid.column(w, column);
      return (r, take) => take(term(w, at(r)[0] as Text, column, first[0] as Text));
    },
    ...(finish && { finish }),
  });
}

/** The numbers themselves as terms. */
const plain: TermOf = (w, at) => w.read(0, at);

const reduction =
  (combine: Combine): Recipe<Reduction> =>
  ([x], _shape, { dims }) => {
    const steps = new Steps();
    const grid = reducedShape(x as Shape, dims);
    foldColumns(steps, grid, { key: "of", combine, reads: [operand(0)], term: plain });
    return steps.list;
  };

/** The index of the first number that is as the extreme, or NaN if that is. */
const index =
  (combine: "max" | "min"): Recipe<Reduction> =>
  ([x], _shape, { dims }) => {
    const steps = new Steps();
    const grid = reducedShape(x as Shape, dims);
    const extreme = foldColumns(steps, grid, { key: "of", combine, reads: [operand(0)], term: plain });
    fold(steps, {
      key: `place of ${combine} ${grid.key}`,
      columns: grid.columns,
      count: grid.count,
      combine: "min",
      reads: [operand(0), extreme],
      ints: [],
      column: (w, column) => {
        const { at } = grid.column(w, column);
        const best = w.float("best", w.read(1, column));
        return (r, take) => {
          const found = w.float("found", w.read(0, at(r)[0] as Text));
          const isBest = w.call("equal", found, best, w.number(1), w.call("isNan", found));
          w.when(`${isBest} > ${w.number(0)}`, () => take(w.toFloat(r)));
        };
      },
    });
    return steps.list;
  };

/** A sum as it is divided by a number that is known beforehand: by 0, too. */
export function divided(w: Writer, total: Text, by: number): Text {
  if (by !== 0) return `${total} / ${w.number(by)}`;
  const infinite = w.number(Number.POSITIVE_INFINITY);
  return w.call("less", w.number(0), total, infinite, w.number(Number.NaN));
}

/**
 * The variance in two passes. Both look at how far numbers are from the first one of their column, so that what all have
 * in common costs no digits.
 */
const variance: Recipe<Variance> = ([x], _shape, { dims, correction }) => {
  const steps = new Steps();
  const grid = reducedShape(x as Shape, dims);
  const { count } = grid;
  const finish = (by: number): Finish => ({
    key: `/ ${by}`,
    reads: [],
    ints: [],
    write: (w, total) => divided(w, total, by),
  });
  const off: TermOf = (w, at, _column, first) => `${w.read(0, at)} - ${w.read(0, first)}`;
  const mean = foldColumns(steps, grid, {
    key: "off",
    combine: "sum",
    reads: [operand(0)],
    term: off,
    finish: finish(count),
  });
  foldColumns(steps, grid, {
    key: "squares off",
    combine: "sum",
    reads: [operand(0), mean],
    term: (w, at, column, first) => {
      const far = w.float("far", `${off(w, at, column, first)} - ${w.read(1, column)}`);
      return `${far} * ${far}`;
    },
    finish: finish(Math.max(0, count - correction)),
  });
  return steps.list;
};

export const reduceRecipes = {
  sum: reduction("sum"),
  amax: reduction("max"),
  amin: reduction("min"),
  argmax: index("max"),
  argmin: index("min"),
  var: variance,
};
