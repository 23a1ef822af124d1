import { Drawing, toJson } from "../drawing.js";
import { clean } from "../text/clean.js";
import { columns } from "../text/columns.js";
import { checkOptions } from "../text/expected.js";
import { formatNumber } from "../text/number.js";
import type { Theme } from "../theme.js";
import type { Point } from "./decimate.js";
import { lossCurveSvg } from "./loss-curve-svg.js";

/** One curve: its values, at steps 0, 1, 2, ... or at the steps given. */
export interface Series {
  readonly name: string;
  readonly values: ArrayLike<number>;
  /** The step of each value: finite, growing. */
  readonly steps?: ArrayLike<number>;
}

/** What a loss curve shows and how. */
export interface LossCurveOptions {
  readonly series: readonly Series[];
  /** Equal distances are equal differences ("linear", if absent) or equal factors ("log"; values up to 0 are gaps). */
  readonly scale?: "linear" | "log";
  /** In pixels; 640 by 320 if absent, at least 200 by 120. */
  readonly width?: number;
  readonly height?: number;
  /** "step" and "loss" if absent. */
  readonly xLabel?: string;
  readonly yLabel?: string;
  /** A step to mark with a vertical line, if the curves get there. */
  readonly at?: number;
  readonly theme?: Theme;
}

/** A series that has been read: a clean name, and its points. */
export interface Curve {
  readonly name: string;
  readonly points: readonly Point[];
}

const expected = {
  called: "lossCurve",
  example: '{ series: [{ name: "loss", values: [4, 2, 1] }] }',
  entries: { of: "series", named: true },
  choices: { scale: ["linear", "log"] },
};

/**
 * Curves over the steps of a training run: the loss, or anything else measured at each step. What is not finite
 * leaves a gap and is said in words. Long runs are drawn by the lowest and highest value of each pixel column.
 *
 * @throws TypeError if a series has not as many steps as values, or a step that is not finite.
 */
export function lossCurve(options: LossCurveOptions): Drawing {
  checkOptions(expected, options);
  const curves = options.series.map(read);
  const xLabel = clean(options.xLabel ?? "step");
  const yLabel = clean(options.yLabel ?? "loss");
  const words = curves.map((curve) => sentence(curve, xLabel));
  return new Drawing({
    svg: () => lossCurveSvg(curves, words, { ...options, xLabel, yLabel }),
    text: () => words.map((each) => `${each}.`).join("\n"),
    table: () => curvesTable(curves, xLabel),
    json: () => toJson(options.series.map(({ name }, i) => ({ name, points: curves[i]?.points }))),
  });
}

function read({ name, values, steps }: Series): Curve {
  const called = `lossCurve: "${clean(name)}"`;
  if (steps !== undefined && steps.length !== values.length) {
    throw new TypeError(
      `${called} has ${values.length} values and ${steps.length} steps; give one step for each value.`,
    );
  }
  const points = Array.from(values, (y, i): Point => [steps?.[i] ?? i, y]);
  const bad = points.find(([x]) => !Number.isFinite(x));
  if (bad !== undefined) throw new TypeError(`${called} has the step ${bad[0]}; steps are finite numbers.`);
  return { name: clean(name), points };
}

function sentence({ name, points }: Curve, xLabel: string): string {
  const finite = points.filter(([, y]) => Number.isFinite(y));
  const [first, last] = [finite[0], finite.at(-1)];
  if (first === undefined || last === undefined) {
    return points.length === 0 ? `${name} has no values yet` : `${name} has no finite value`;
  }
  const verb = last[1] < first[1] ? "fell" : last[1] > first[1] ? "rose" : "went";
  const [x0, y0, x1, y1] = [...first, ...last].map((x) => formatNumber(x));
  const broken = points.find(([, y]) => !Number.isFinite(y));
  const gap = broken === undefined ? "" : `; ${broken[1]} first at ${xLabel} ${formatNumber(broken[0])}`;
  return `${name} ${verb} from ${y0} to ${y1}, ${xLabel} ${x0} to ${x1}${gap}`;
}

/** A table that is to be read has few rows. */
const mostRows = 20;

/** The curves as aligned text: the first step, the last, and some between. */
export function curvesTable(curves: readonly Curve[], xLabel: string): string {
  const values = curves.map(({ points }) => new Map(points));
  const steps = [...new Set(values.flatMap((each) => [...each.keys()]))].sort((a, b) => a - b);
  const every = Math.max(1, Math.ceil((steps.length - 1) / (mostRows - 1)));
  const rows = steps
    .filter((_, i) => i % every === 0 || i === steps.length - 1)
    .map((x) =>
      [x, ...values.map((each) => each.get(x))].map((y) => (y === undefined ? "" : formatNumber(y))),
    );
  const head = [xLabel, ...curves.map(({ name }) => clean(name, 24))];
  return columns([head, ...rows], new Set(head.keys()));
}
