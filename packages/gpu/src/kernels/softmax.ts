import { sizeOf } from "@outgrad/engine/backend";
import { alongKernel, blocksOf } from "./along.js";
import { isWhole } from "./fold.js";
import { reducedShape } from "./grid.js";
import { momentsOf, momentsOfAll } from "./moments.js";
import type { Along, Reduction } from "./options.js";
import type { Recipe, Shape } from "./recipe.js";
import { foldColumns } from "./reduce.js";
import { operand, Steps } from "./steps.js";

/** The largest number of float32. */
const most = 3.4028234663852886e38;

const logsumexp: Recipe<Reduction> = ([x], shape, { dims }) => {
  const steps = new Steps();
  const grid = reducedShape(x as Shape, dims);
  const moments = momentsOf(steps, grid, operand(0), isWhole(grid.columns, grid.count));
  const inputs = grid.count === 0 ? [] : [operand(0), ...moments.reads];
  steps.add(
    {
      key: `logsumexp ${grid.columns} ${moments.key}`,
      inputs: inputs.length,
      ints: 0,
      floats: 0,
      size: sizeOf(shape),
      write(w) {
        const [shift, total] = moments.write(w, 0, 1, w.thread);
        const log = `${w.call("log", total)} + ${shift}`;
        // Of an infinite shift an infinity has been subtracted from itself: it is the result.
        w.result(w.call("atMost", w.call("abs", shift), w.number(most), log, shift));
      },
    },
    inputs,
  );
  return steps.list;
};

/** exp(x - shift) / sum, or its logarithm. */
const normalised =
  (name: "softmax" | "logSoftmax"): Recipe<Along> =>
  ([x], shape, { dim }) => {
    const steps = new Steps();
    const moments = momentsOfAll(steps, x as Shape, dim, operand(0));
    const inputs = [operand(0), ...moments.reads];
    steps.add(
      alongKernel(`${name} ${moments.key}`, blocksOf(shape, dim), inputs.length, (w, at) => {
        const [shift, total] = moments.write(w, 0, 1, w.int("column", at.column));
        const off = `${w.read(0, w.thread)} - ${shift}`;
        w.result(
          name === "softmax" ? `${w.call("exp", off)} / ${total}` : `${off} - ${w.call("log", total)}`,
        );
      }),
      inputs,
    );
    return steps.list;
  };

/** y * (g - sum of g * y). */
const softmaxGradient: Recipe<Along> = ([g], shape, { dim }) => {
  const steps = new Steps();
  const total = foldColumns(steps, reducedShape(g as Shape, [dim]), {
    key: "products",
    combine: "sum",
    reads: [operand(0), operand(1)],
    term: (w, at) => {
      const place = w.int("at", at);
      return `${w.read(0, place)} * ${w.read(1, place)}`;
    },
  });
  const kernel = alongKernel("softmaxGradient", blocksOf(shape, dim), 3, (w, { column }) => {
    w.result(`${w.read(1, w.thread)} * (${w.read(0, w.thread)} - ${w.read(2, column)})`);
  });
  steps.add(kernel, [operand(0), operand(1), total]);
  return steps.list;
};

/** g - exp(y) * sum of g. */
const logSoftmaxGradient: Recipe<Along> = ([g], shape, { dim }) => {
  const steps = new Steps();
  const total = foldColumns(steps, reducedShape(g as Shape, [dim]), {
    key: "of",
    combine: "sum",
    reads: [operand(0)],
    term: (w, at) => w.read(0, at),
  });
  const kernel = alongKernel("logSoftmaxGradient", blocksOf(shape, dim), 3, (w, { column }) => {
    w.result(`${w.read(0, w.thread)} - ${w.call("exp", w.read(1, w.thread))} * ${w.read(2, column)}`);
  });
  steps.add(kernel, [operand(0), operand(1), total]);
  return steps.list;
};

export const softmaxRecipes = {
  logsumexp,
  softmax: normalised("softmax"),
  logSoftmax: normalised("logSoftmax"),
  softmaxGradient,
  logSoftmaxGradient,
};
