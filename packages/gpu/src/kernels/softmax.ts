import { alongKernel, blocksOf } from "./along.js";
import type { Finish } from "./fold.js";
import { type Grid, reducedShape } from "./grid.js";
import type { Along, Reduction } from "./options.js";
import type { Recipe, Shape, Source } from "./recipe.js";
import { foldColumns, greatest } from "./reduce.js";
import { operand, Steps } from "./steps.js";

/** Of each column its greatest number, and the sum of exp(x - that). */
export function moments(
  steps: Steps,
  grid: Grid,
  x: Source,
  finish?: (shift: Source) => Finish,
): [Source, Source] {
  const shift = greatest(steps, grid, x);
  const total = foldColumns(steps, grid, {
    key: "exp off",
    combine: "sum",
    reads: [x, shift],
    term: (w, at, column) => w.call("exp", `${w.read(0, at)} - ${w.read(1, column)}`),
    ...(finish && { finish: finish(shift) }),
  });
  return [shift, total];
}

/** The largest number of float32. */
const most = 3.4028234663852886e38;

const logsumexp: Recipe<Reduction> = ([x], _shape, { dims }) => {
  const steps = new Steps();
  // Of an infinite shift an infinity would be subtracted from itself: it is the result.
  moments(steps, reducedShape(x as Shape, dims), operand(0), (shift) => ({
    key: "log",
    reads: [shift],
    ints: [],
    write: (w, total, column, input) => {
      const greatestOne = w.float("shift", w.read(input, column));
      const log = `${w.call("log", total)} + ${greatestOne}`;
      return w.call("atMost", w.call("abs", greatestOne), w.number(most), log, greatestOne);
    },
  }));
  return steps.list;
};

/** exp(x - shift) / sum, or its logarithm. */
const normalised =
  (name: "softmax" | "logSoftmax"): Recipe<Along> =>
  ([x], shape, { dim }) => {
    const steps = new Steps();
    const [shift, total] = moments(steps, reducedShape(x as Shape, [dim]), operand(0));
    const kernel = alongKernel(name, blocksOf(shape, dim), 3, (w, { column }) => {
      const off = w.float("off", `${w.read(0, w.thread)} - ${w.read(1, column)}`);
      const sum = w.float("sum", w.read(2, column));
      w.result(name === "softmax" ? `${w.call("exp", off)} / ${sum}` : `${off} - ${w.call("log", sum)}`);
    });
    steps.add(kernel, [operand(0), shift, total]);
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
