import { Drawing, toJson } from "../drawing.js";
import { clean } from "../text/clean.js";
import { columns } from "../text/columns.js";
import { checkOptions } from "../text/expected.js";
import { formatNumber } from "../text/number.js";
import type { Theme } from "../theme.js";
import { confusionMatrixSvg } from "./confusion-matrix-svg.js";

/** What a confusion matrix shows and how. */
export interface ConfusionMatrixOptions {
  /** The class of each sample: 0, 1, 2, ... */
  readonly labels: ArrayLike<number>;
  /** The class that a classifier gives each sample. */
  readonly predicted: ArrayLike<number>;
  /** The names of the classes; their numbers if absent. */
  readonly classes?: readonly string[];
  /** In pixels, at most; 440 if absent, at least 160. */
  readonly width?: number;
  readonly theme?: Theme;
}

/** A confusion matrix that has been counted. */
export interface Confusion {
  readonly classes: readonly string[];
  /** How many samples of each class were given each class. */
  readonly counts: readonly (readonly number[])[];
  readonly width: number;
  readonly theme: Theme;
  readonly summary: string;
}

/** More classes than this cannot be told apart in a picture. */
const mostClasses = 100;

const expected = {
  called: "confusionMatrix",
  example: "{ labels: [0, 1, 1], predicted: [0, 1, 0] }",
  lists: ["labels", "predicted"],
};

/**
 * Which classes a classifier takes for which: a row for each class that samples have, a column for each that they were
 * given, the number of samples in each cell. The right ones are on the diagonal, and of another colour.
 *
 * @throws TypeError for lists of different lengths; RangeError for what is no class.
 */
export function confusionMatrix(options: ConfusionMatrixOptions): Drawing {
  checkOptions(expected, options);
  const confusion = count(options);
  const { classes, counts, summary } = confusion;
  return new Drawing({
    svg: () => confusionMatrixSvg(confusion),
    text: () => `${summary}.`,
    table: () =>
      columns(
        [
          ["is", ...classes.map((name) => `as ${name}`)],
          ...counts.map((row, i) => [classes[i] ?? "", ...row.map(String)]),
        ],
        new Set(classes.map((_, i) => i + 1)),
      ),
    json: () => toJson({ classes, counts }),
  });
}

function count(options: ConfusionMatrixOptions): Confusion {
  const { labels, predicted, classes: names, width = 440, theme = "auto" } = options;
  if (labels.length !== predicted.length) {
    throw new TypeError(
      `confusionMatrix: found ${labels.length} labels and ${predicted.length} predictions; give one of each for every sample.`,
    );
  }
  const most = names?.length ?? mostClasses;
  let largest = -1;
  for (const [what, list] of Object.entries({ labels, predicted })) {
    for (const found of Array.from(list)) {
      if (!Number.isInteger(found) || found < 0 || found >= most) {
        throw new RangeError(
          `confusionMatrix: ${what} are classes, whole numbers from 0 to ${most - 1}; got ${found}.`,
        );
      }
      largest = Math.max(largest, found);
    }
  }
  const classes = Array.from({ length: names?.length ?? largest + 1 }, (_, i) =>
    clean(names?.[i] ?? String(i), 24),
  );
  const counts = classes.map(() => classes.map(() => 0));
  for (let i = 0; i < labels.length; i++) {
    const row = counts[labels[i] as number] as number[];
    row[predicted[i] as number] = (row[predicted[i] as number] as number) + 1;
  }
  return {
    classes,
    counts,
    width: Math.max(160, width),
    theme,
    summary: inWords(classes, counts, labels.length),
  };
}

function inWords(
  classes: readonly string[],
  counts: readonly (readonly number[])[],
  samples: number,
): string {
  const head = `Confusion matrix of ${samples} samples in ${classes.length} classes`;
  if (samples === 0) return head;
  let right = 0;
  let worst = { times: 0, label: 0, as: 0 };
  for (const [label, row] of counts.entries()) {
    for (const [as, times] of row.entries()) {
      if (label === as) right += times;
      else if (times > worst.times) worst = { times, label, as };
    }
  }
  const share = `${right} right (${formatNumber((100 * right) / samples, 3)} %)`;
  if (worst.times === 0) return `${head}: ${share}`;
  const times = worst.times === 1 ? "once" : `${worst.times} times`;
  return `${head}: ${share}; the most frequent mistake takes ${classes[worst.label]} for ${classes[worst.as]}, ${times}`;
}
