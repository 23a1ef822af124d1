import { line } from "d3-shape";
import { Drawing, toJson } from "../drawing.js";
import { clean } from "../text/clean.js";
import { columns } from "../text/columns.js";
import { formatNumber, round } from "../text/number.js";
import { ems } from "../text/width.js";
import type { Theme } from "../theme.js";
import { element } from "../xml.js";
import { type Axis, linearAxis, logAxis } from "./axis.js";
import { decimate, type Point } from "./decimate.js";
import { framed, type LegendEntry, legendHeight } from "./frame.js";
import { lookOf, markerPath } from "./marker.js";

/** One curve: its values, at steps 0, 1, 2, ... or at the steps given. */
export interface Series {
  readonly name: string;
  readonly values: ArrayLike<number>;
  /** The step of each value, growing. */
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
  readonly theme?: Theme;
}

/**
 * Curves over the steps of a training run: the loss, or anything else measured at each step. What is not finite
 * leaves a gap and is said in words. Long runs are drawn by the lowest and highest value of each pixel column.
 *
 * @throws TypeError if a series has not as many steps as values.
 */
export function lossCurve(options: LossCurveOptions): Drawing {
  const { series } = options;
  for (const { name, values, steps } of series) {
    if (steps !== undefined && steps.length !== values.length) {
      throw new TypeError(
        `lossCurve: "${clean(name)}" has ${values.length} values and ${steps.length} steps; give one step for each value.`,
      );
    }
  }
  return new Drawing({
    svg: () => curveSvg(options),
    text: () => series.map((each) => `${sentence(each, options)}.`).join("\n"),
    table: () => table(options),
    json: () => toJson(series.map((each) => ({ name: each.name, points: pointsOf(each) }))),
  });
}

function pointsOf({ values, steps }: Series): Point[] {
  return Array.from(values, (y, i) => [steps?.[i] ?? i, y] as const);
}

function sentence(series: Series, { xLabel = "step" }: LossCurveOptions): string {
  const name = clean(series.name);
  const points = pointsOf(series);
  const finite = points.filter(([, y]) => Number.isFinite(y));
  const [first, last] = [finite[0], finite.at(-1)];
  if (first === undefined || last === undefined) {
    return points.length === 0 ? `${name} has no values yet` : `${name} has no finite value`;
  }
  const verb = last[1] < first[1] ? "fell" : last[1] > first[1] ? "rose" : "went";
  const [x0, x1] = [formatNumber(first[0]), formatNumber(last[0])];
  const change = `${name} ${verb} from ${formatNumber(first[1])} to ${formatNumber(last[1])}, ${xLabel} ${x0} to ${x1}`;
  const broken = points.find(([, y]) => !Number.isFinite(y));
  return broken === undefined
    ? change
    : `${change}; ${broken[1]} first at ${xLabel} ${formatNumber(broken[0])}`;
}

const most = 20;

function table({ series, xLabel = "step" }: LossCurveOptions): string {
  const values = series.map((each) => new Map(pointsOf(each)));
  const all = [...new Set(values.flatMap((each) => [...each.keys()]))].sort((a, b) => a - b);
  const every = Math.max(1, Math.ceil((all.length - 1) / (most - 1)));
  const rows = all
    .filter((_, i) => i % every === 0 || i === all.length - 1)
    .map((x) => [formatNumber(x), ...values.map((each) => numberOrBlank(each.get(x)))]);
  const head = [xLabel, ...series.map(({ name }) => clean(name, 24))];
  return columns([head, ...rows], new Set(head.keys()));
}

function numberOrBlank(x: number | undefined): string {
  return x === undefined ? "" : formatNumber(x);
}

function curveSvg(options: LossCurveOptions): string {
  const { series, scale = "linear", theme = "auto", xLabel = "step", yLabel = "loss" } = options;
  const width = Math.max(200, options.width ?? 640);
  const height = Math.max(120, options.height ?? 320);
  const shows = (y: number) => Number.isFinite(y) && (scale === "linear" || y > 0);
  const curves = series.map(pointsOf);
  const legend: LegendEntry[] = series.map(({ name }, i) => ({
    name: clean(name, 32),
    look: lookOf(i),
    kind: "line",
  }));
  const top = (series.length > 0 ? legendHeight(legend, width - 80) : 0) + 12;
  const bottom = height - 46;
  const xs = extent(curves.flatMap((points) => points.map(([x]) => x)));
  const ys = extent(curves.flatMap((points) => points.map(([, y]) => y).filter(shows)));
  const y = axisOf(scale, ys, bottom, top);
  const left = 30 + Math.ceil(Math.max(...y.ticks.map(({ text }) => ems(text))) * 12);
  const box = { left, top, right: width - 16, bottom };
  const x = linearAxis(xs, [box.left, box.right], Math.max(2, Math.floor(width / 90)));
  const path = line<Point>().defined(([, at]) => !Number.isNaN(at));
  const data = curves.flatMap((points, i) => {
    const look = lookOf(i);
    const placed = points.map(
      ([step, value]): Point => [round(x.place(step)), shows(value) ? round(y.place(value)) : Number.NaN],
    );
    const end = placed.findLast(([, at]) => !Number.isNaN(at));
    if (end === undefined) return [];
    return [
      element("path", {
        class: `og-curve-${look.colour}`,
        "data-series": String(i),
        "stroke-dasharray": look.dash,
        d: path(decimate(placed)) ?? "",
      }),
      element("path", { class: `og-mark-${look.colour}`, d: markerPath(look, end[0], end[1], 4.5) }),
    ];
  });
  const summary =
    series.length === 0 ? "No curve yet" : series.map((each) => sentence(each, options)).join("; ");
  return framed(
    { width, height, theme, box, x, y, xLabel: clean(xLabel), yLabel: clean(yLabel), legend, summary },
    data,
  );
}

function axisOf(
  scale: "linear" | "log",
  [low, high]: readonly [number, number],
  bottom: number,
  top: number,
): Axis {
  const count = Math.max(2, Math.floor((bottom - top) / 45));
  if (scale === "log") return logAxis([low, high], [bottom, top], count);
  return linearAxis([Math.min(0, low), high], [bottom, top], count, true);
}

/** The least and the greatest, never equal; 0 to 1 of nothing. */
function extent(values: readonly number[]): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) return [0, 1];
  return low === high ? [low, low + (Math.abs(low) || 1)] : [low, high];
}
