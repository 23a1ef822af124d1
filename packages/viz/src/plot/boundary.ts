import { Drawing, toJson } from "../drawing.js";
import { clean } from "../text/clean.js";
import { columns } from "../text/columns.js";
import { checkOptions } from "../text/expected.js";
import { formatNumber } from "../text/number.js";
import type { Theme } from "../theme.js";
import { boundarySvg } from "./boundary-svg.js";
import { type Score, type ScoreGrid, sample, winner } from "./scores.js";

/** What a decision boundary shows and how. */
export interface DecisionBoundaryOptions {
  /** The classifier; asked once for every cell of the picture and once for every point. */
  readonly predict?: (x: number, y: number) => Score;
  /** Its scores on a grid over xRange and yRange, in place of `predict`. */
  readonly grid?: ScoreGrid;
  /** What the picture spans; around the points, if absent. */
  readonly xRange?: readonly [low: number, high: number];
  readonly yRange?: readonly [low: number, high: number];
  readonly points?: readonly (readonly [x: number, y: number])[];
  /** The class of each point: 0, 1, 2, ...; -1 is read as 0. */
  readonly labels?: ArrayLike<number>;
  /** The names of the classes; "class 0", "class 1", ... if absent. */
  readonly classes?: readonly string[];
  /** Cells in each direction where `predict` is asked; 64 if absent. */
  readonly cells?: number;
  /** In pixels; 440 by 440 if absent, at least 160. */
  readonly width?: number;
  readonly height?: number;
  /** "x" and "y" if absent. */
  readonly xLabel?: string;
  readonly yLabel?: string;
  readonly theme?: Theme;
}

/** A boundary that has been asked for: everything that its picture and its words need. */
export interface Boundary {
  readonly options: DecisionBoundaryOptions;
  readonly xRange: readonly [number, number];
  readonly yRange: readonly [number, number];
  readonly grid: ScoreGrid;
  readonly points: readonly BoundaryPoint[];
  readonly classes: readonly string[];
  readonly summary: string;
}

export interface BoundaryPoint {
  readonly x: number;
  readonly y: number;
  readonly label: number;
  /** What the classifier says. */
  readonly predicted: number;
}

const expected = {
  called: "decisionBoundary",
  example: "{ predict: (x, y) => x - y, points: [[0, 1], [1, 0]], labels: [0, 1] }",
};

/**
 * The regions that a classifier of the plane gives to its classes, the border between them, and points. Classes
 * differ in colour and in shape; a point on the wrong side has a ring. The stronger a colour, the surer it is.
 *
 * @throws TypeError without `predict` or `grid`, for points without a label each, and without points for missing
 * ranges.
 */
export function decisionBoundary(options: DecisionBoundaryOptions): Drawing {
  checkOptions(expected, options);
  const boundary = read(options);
  return new Drawing({
    svg: () => boundarySvg(boundary),
    text: () => `${boundary.summary}.`,
    table: () => table(boundary),
    json: () => {
      const { xRange, yRange, grid, points } = boundary;
      const { columns: across, rows, scores } = grid;
      return toJson({ xRange, yRange, grid: { columns: across, rows, scores: Array.from(scores) }, points });
    },
  });
}

function read(options: DecisionBoundaryOptions): Boundary {
  const { predict, grid: given, points = [], labels = [], cells = 64 } = options;
  if (points.length !== labels.length) {
    throw new TypeError(
      `decisionBoundary: found ${points.length} points and ${labels.length} labels; give one label for each point.`,
    );
  }
  const xRange =
    options.xRange ??
    around(
      points.map(([x]) => x),
      "xRange",
    );
  const yRange =
    options.yRange ??
    around(
      points.map(([, y]) => y),
      "yRange",
    );
  if (predict === undefined && given === undefined) {
    throw new TypeError("decisionBoundary: give predict, a function (x, y) => score, or grid, its scores.");
  }
  const grid = given ?? sample(predict as (x: number, y: number) => Score, xRange, yRange, cells);
  if (grid.scores.length !== grid.columns * grid.rows || grid.scores.length === 0) {
    throw new TypeError(
      `decisionBoundary: the grid has ${grid.columns} columns, ${grid.rows} rows and ${grid.scores.length} scores; ` +
        "give columns * rows scores.",
    );
  }
  const scoreAt = predict ?? ((x: number, y: number) => nearest(grid, xRange, yRange, x, y));
  const read = points.map(([x, y], i) => ({
    x,
    y,
    label: Math.max(0, labels[i] as number),
    predicted: winner(scoreAt(x, y)),
  }));
  const first = grid.scores[0] as Score;
  const count = Math.max(typeof first === "number" ? 2 : first.length, ...read.map(({ label }) => label + 1));
  const classes = Array.from({ length: count }, (_, i) => clean(options.classes?.[i] ?? `class ${i}`, 24));
  const span = `x from ${formatNumber(xRange[0])} to ${formatNumber(xRange[1])}, y from ${formatNumber(yRange[0])} to ${formatNumber(yRange[1])}`;
  const right = read.filter(({ label, predicted }) => label === predicted).length;
  const sides = read.length === 0 ? "" : `; ${right} of ${read.length} points are on their side`;
  const summary = `Decision boundary between ${classes.join(", ")}, ${span}${sides}`;
  return { options, xRange, yRange, grid, points: read, classes, summary };
}

function around(values: readonly number[], what: string): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) throw new TypeError(`decisionBoundary: without points there must be ${what}, [low, high].`);
  const space = (high - low || 2) * 0.12;
  return [low - space, high + space];
}

function nearest(
  { columns: across, rows, scores }: ScoreGrid,
  [x0, x1]: readonly [number, number],
  [y0, y1]: readonly [number, number],
  x: number,
  y: number,
): Score {
  const cell = (part: number, count: number) => Math.min(count - 1, Math.max(0, Math.floor(part * count)));
  return scores[cell((y - y0) / (y1 - y0), rows) * across + cell((x - x0) / (x1 - x0), across)] as Score;
}

/** How many points of each class the classifier puts where. */
function table({ points, classes }: Boundary): string {
  const count = (label: number, predicted: number) =>
    points.filter((point) => point.label === label && point.predicted === predicted).length;
  const rows = classes.map((name, label) => [
    name,
    ...classes.map((_, predicted) => String(count(label, predicted))),
  ]);
  return columns(
    [["points of", ...classes.map((name) => `as ${name}`)], ...rows],
    new Set(classes.map((_, i) => i + 1)),
  );
}
