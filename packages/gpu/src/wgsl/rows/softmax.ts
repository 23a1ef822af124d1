import { greatest, sum } from "../combine.js";
import type { RowProgram, RowWriter } from "./row-program.js";

/** The largest number of float32. */
const most = 3.4028234663852886e38;

/** Of the row its greatest number, and the sum of exp(x - that). */
function moments(w: RowWriter): [shift: string, total: string] {
  const shift = w.reduce("shift", greatest, w.element(0));
  return [shift, w.reduce("total", sum, w.call("exp", `${w.element(0)} - ${shift}`))];
}

/** The normalised exponentials of rows, their logarithms, and what both hand back of a gradient. */
export const softmaxRows = {
  /** exp(x - shift) / sum. */
  softmax: {
    name: "softmax",
    inputs: 1,
    write(w) {
      const [shift, total] = moments(w);
      return [`${w.call("exp", `${w.element(0)} - ${shift}`)} / ${total}`];
    },
  },
  logSoftmax: {
    name: "logSoftmax",
    inputs: 1,
    write(w) {
      const [shift, total] = moments(w);
      const log = w.define("log", w.call("log", total));
      return [`${w.element(0)} - ${shift} - ${log}`];
    },
  },
  logsumexp: {
    name: "logsumexp",
    inputs: 1,
    perRow: 1,
    write(w) {
      const [shift, total] = moments(w);
      // Of an infinite shift an infinity would be subtracted from itself: it is the result.
      const log = `${w.call("log", total)} + ${shift}`;
      return [w.call("atMost", w.call("abs", shift), w.number(most), log, shift)];
    },
  },
  /** y * (g - sum of g * y). */
  softmaxGradient: {
    name: "softmaxGradient",
    inputs: 2,
    write(w) {
      const [g, y] = [w.element(0), w.element(1)];
      const total = w.reduce("total", sum, `${g} * ${y}`);
      return [`${y} * (${g} - ${total})`];
    },
  },
  /** g - exp(y) * sum of g. */
  logSoftmaxGradient: {
    name: "logSoftmaxGradient",
    inputs: 2,
    write(w) {
      const [g, y] = [w.element(0), w.element(1)];
      const total = w.reduce("total", sum, g);
      return [`${g} - ${w.call("exp", y)} * ${total}`];
    },
  },
} satisfies Record<string, RowProgram>;
