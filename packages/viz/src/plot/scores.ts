import type { Field } from "./field.js";

/** What a classifier says at a point: one number, whose sign picks the class, or one score for each class. */
export type Score = number | readonly number[];

/** Scores at the middles of equal cells, row after row, the first row at the bottom. */
export interface ScoreGrid {
  readonly columns: number;
  readonly rows: number;
  /** One number a cell, or one list of scores a cell. */
  readonly scores: ArrayLike<Score>;
}

type Range = readonly [low: number, high: number];

/** Asks the classifier at the middle of every cell. */
export function sample(
  predict: (x: number, y: number) => Score,
  [x0, x1]: Range,
  [y0, y1]: Range,
  cells: number,
): ScoreGrid {
  const scores: Score[] = [];
  for (let row = 0; row < cells; row++) {
    const y = y0 + ((row + 0.5) / cells) * (y1 - y0);
    for (let column = 0; column < cells; column++)
      scores.push(predict(x0 + ((column + 0.5) / cells) * (x1 - x0), y));
  }
  return { columns: cells, rows: cells, scores };
}

/** The scores as one for each class: a number s says -s for class 0 and s for class 1. */
function perClass(score: Score): readonly number[] {
  return typeof score === "number" ? [-score, score] : score;
}

/** The class with the greatest score; 0 for a number that is not positive. */
export function winner(score: Score): number {
  const scores = perClass(score);
  let best = 0;
  for (const [i, s] of scores.entries()) if (s > (scores[best] as number)) best = i;
  return best;
}

/** For each class, by how much it wins: its score less the best of the others. It is positive where it wins. */
export function margins({ columns, rows, scores }: ScoreGrid): Field[] {
  const all = Array.from(scores, perClass);
  const classes = all[0]?.length ?? 0;
  return Array.from({ length: classes }, (_, i) => ({
    columns,
    rows,
    values: all.map((each) => {
      let rival = -Infinity;
      for (const [k, s] of each.entries()) if (k !== i) rival = Math.max(rival, s);
      return (each[i] as number) - rival;
    }),
  }));
}
