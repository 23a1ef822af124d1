import { alongKernel, blocksOf, placeIn } from "./along.js";
import { reducedShape } from "./grid.js";
import { indexSource, readAt } from "./indices.js";
import type { Indexed } from "./options.js";
import type { Recipe, Shape } from "./recipe.js";
import { moments } from "./softmax.js";
import { operand, Steps } from "./steps.js";

/** log(softmax(x)) at one index of each column. */
const logSoftmaxAt: Recipe<Indexed> = ([x], _shape, { dim, index }) => {
  const steps = new Steps();
  const [shift, total] = moments(steps, reducedShape(x as Shape, [dim]), operand(0));
  const { outer, count, inner } = blocksOf(x as Shape, dim);
  steps.add(
    alongKernel(`logSoftmaxAt ${count}`, { outer, count: 1, inner }, 4, (w, at) => {
      const off = readAt(w, w.read(3, w.thread), count, (found) => {
        return `${w.read(0, placeIn(at, found, count, inner))} - ${w.read(1, w.thread)}`;
      });
      w.result(`${off} - ${w.call("log", w.read(2, w.thread))}`);
    }),
    [operand(0), shift, total, indexSource(index, 1)],
  );
  return steps.list;
};

/** g * (onehot(index) - softmax(x)). */
const logSoftmaxAtGradient: Recipe<Indexed> = ([, x], shape, { dim, index }) => {
  const steps = new Steps();
  const [shift, total] = moments(steps, reducedShape(x as Shape, [dim]), operand(1));
  steps.add(
    alongKernel("logSoftmaxAtGradient", blocksOf(shape, dim), 5, (w, at) => {
      const column = w.int("column", at.column);
      const g = w.float("g", w.read(0, column));
      const power = w.call("exp", `${w.read(1, w.thread)} - ${w.read(2, column)}`);
      const found = w.float("found", `${power} * ((${w.number(0)} - ${g}) / ${w.read(3, column)})`);
      w.when(`${w.read(4, column)} == ${w.toFloat(at.row)}`, () => w.set(found, `${found} + ${g}`));
      w.result(found);
    }),
    [operand(0), operand(1), shift, total, indexSource(index, 2)],
  );
  return steps.list;
};

export const classScoreRecipes = { logSoftmaxAt, logSoftmaxAtGradient };
