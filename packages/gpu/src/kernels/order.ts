import { sizeOf } from "@outgrad/engine/backend";
import { blocksOf, inBlock, placeIn } from "./along.js";
import { fold } from "./fold.js";
import type { Order } from "./options.js";
import type { Recipe } from "./recipe.js";
import { operand, Steps } from "./steps.js";

/**
 * The indices that sort a dim: each number counts those that come before it, which is its place; then each place looks
 * for the number that it is the place of. So n numbers take n^2 comparisons. NaN is the greatest, equal numbers keep
 * their order.
 */
const argsort: Recipe<Order> = (_inputs, shape, { dim, descending }) => {
  const steps = new Steps();
  const { count, inner } = blocksOf(shape, dim);
  const sizes = { columns: sizeOf(shape), count, combine: "sum", ints: [] } as const;
  const key = `${count} of ${inner}`;
  const places = fold(steps, {
    ...sizes,
    key: `places ${descending} ${key}`,
    reads: [operand(0)],
    column: (w, column) => {
      const at = inBlock(w, column, { count, inner });
      const own = w.float("own", w.read(0, column));
      const [yes, no] = [w.number(1), w.number(0)];
      return (r, take) => {
        const other = w.float("other", w.read(0, placeIn(at, r, count, inner)));
        const [low, high] = descending ? [own, other] : [other, own];
        const ordered = w.call("less", low, high, yes, `${w.call("isNan", high)} - ${w.call("isNan", low)}`);
        const alike = w.call("equal", low, high, yes, `${w.call("isNan", low)} * ${w.call("isNan", high)}`);
        w.when(`${ordered} > ${no} || (${r} < ${at.row} && ${alike} > ${no})`, () => take(yes));
      };
    },
  });
  fold(steps, {
    ...sizes,
    key: `of place ${key}`,
    reads: [places],
    column: (w, column) => {
      const at = inBlock(w, column, { count, inner });
      const own = w.toFloat(at.row);
      return (r, take) =>
        w.when(`${w.read(0, placeIn(at, r, count, inner))} == ${own}`, () => take(w.toFloat(r)));
    },
  });
  return steps.list;
};

export const orderRecipes = { argsort };
