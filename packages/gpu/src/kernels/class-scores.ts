import { alongKernel, blocksOf, placeIn } from "./along.js";
import { isWhole } from "./fold.js";
import { reducedShape } from "./grid.js";
import { indexSource, readAt } from "./indices.js";
import { momentsOf, momentsOfAll } from "./moments.js";
import type { Indexed } from "./options.js";
import type { Recipe, Shape } from "./recipe.js";
import { operand, Steps } from "./steps.js";

/** log(softmax(x)) at one index of each column. */
const logSoftmaxAt: Recipe<Indexed> = ([x], _shape, { dim, index }) => {
  const steps = new Steps();
  const { outer, count, inner } = blocksOf(x as Shape, dim);
  const grid = reducedShape(x as Shape, [dim]);
  const moments = momentsOf(steps, grid, operand(0), isWhole(grid.columns, count));
  const inputs = [operand(0), indexSource(index, 1), ...moments.reads];
  const columns = { outer, count: 1, inner };
  steps.add(
    alongKernel(`logSoftmaxAt ${count} ${moments.key}`, columns, inputs.length, (w, at) => {
      const [shift, total] = moments.write(w, 0, 2, w.thread);
      const off = readAt(w, w.read(1, w.thread), count, (found) => {
        return `${w.read(0, placeIn(at, found, count, inner))} - ${shift}`;
      });
      w.result(`${off} - ${w.call("log", total)}`);
    }),
    inputs,
  );
  return steps.list;
};

/** g * (onehot(index) - softmax(x)). */
const logSoftmaxAtGradient: Recipe<Indexed> = ([, x], shape, { dim, index }) => {
  const steps = new Steps();
  const moments = momentsOfAll(steps, x as Shape, dim, operand(1));
  const inputs = [operand(0), operand(1), indexSource(index, 2), ...moments.reads];
  steps.add(
    alongKernel(`logSoftmaxAtGradient ${moments.key}`, blocksOf(shape, dim), inputs.length, (w, at) => {
      const column = w.int("column", at.column);
      const [shift, total] = moments.write(w, 1, 3, column);
      const g = w.float("g", w.read(0, column));
      const power = w.call("exp", `${w.read(1, w.thread)} - ${shift}`);
      const found = w.float("found", `${power} * ((${w.number(0)} - ${g}) / ${total})`);
      w.when(`${w.read(2, column)} == ${w.toFloat(at.row)}`, () => w.set(found, `${found} + ${g}`));
      w.result(found);
    }),
    inputs,
  );
  return steps.list;
};

export const classScoreRecipes = { logSoftmaxAt, logSoftmaxAtGradient };
