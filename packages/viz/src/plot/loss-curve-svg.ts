import { line } from "d3-shape";
import { clean } from "../text/clean.js";
import { formatNumber, round, withMinus } from "../text/number.js";
import { ems } from "../text/width.js";
import { element } from "../xml.js";
import { type Axis, linearAxis, logAxis } from "./axis.js";
import { decimate, type Point } from "./decimate.js";
import { extent } from "./extent.js";
import { framed, type LegendEntry, legendHeight } from "./frame.js";
import type { Curve, LossCurveOptions } from "./loss-curve.js";
import { lookOf, markerPath } from "./marker.js";
import { ruler, rulerHeight } from "./ruler.js";

type Labelled = Omit<LossCurveOptions, "series"> & { readonly xLabel: string; readonly yLabel: string };

/** The curves as an SVG document. */
export function lossCurveSvg(curves: readonly Curve[], words: readonly string[], options: Labelled): string {
  const { scale = "linear", theme = "auto", xLabel, yLabel } = options;
  const width = Math.max(200, options.width ?? 640);
  const height = Math.max(120, options.height ?? 320);
  const shows = (y: number) => Number.isFinite(y) && (scale === "linear" || y > 0);
  const legend = curves.map(
    ({ name }, i): LegendEntry => ({ name: clean(name, 32), look: lookOf(i), kind: "line" }),
  );
  const top = legendHeight(legend, width - 80) + 12;
  const bottom = height - 46;
  const points = curves.flatMap((curve) => curve.points);
  const xs = extent(points.map(([x]) => x));
  const { at } = options;
  const isMarked = at !== undefined && at >= xs[0] && at <= xs[1];
  const values = extent(points.map(([, value]) => value).filter(shows));
  const y = axisOf(scale, values, bottom, isMarked ? top + rulerHeight : top);
  const left = 30 + Math.ceil(Math.max(...y.ticks.map(({ text }) => ems(text))) * 12);
  const box = { left, top, right: width - 16, bottom };
  const whole = xs.every(Number.isInteger);
  const x = linearAxis(xs, [box.left, box.right], Math.max(2, Math.floor(width / 90)), { whole });
  const place = ([step, value]: Point): Point => [
    round(x.place(step)),
    shows(value) ? round(y.place(value)) : Number.NaN,
  ];
  const data = curves.flatMap((curve, i) => drawn(curve.points.map(place), i));
  if (isMarked) data.push(...ruler(box, x.place(at), `${xLabel} ${withMinus(formatNumber(at))}`));
  const summary = words.length === 0 ? "No curve yet" : words.join("; ");
  return framed({ width, height, theme, box, x, y, xLabel, yLabel, legend, summary }, data);
}

/** One curve, and a marker at its end. */
function drawn(points: readonly Point[], series: number): string[] {
  const look = lookOf(series);
  const end = points.findLast(([, y]) => !Number.isNaN(y));
  if (end === undefined) return [];
  const path = line<Point>().defined(([, y]) => !Number.isNaN(y));
  return [
    element("path", {
      class: `og-curve-${look.colour}`,
      "data-series": String(series),
      "stroke-dasharray": look.dash,
      d: path(decimate(points)) ?? "",
    }),
    element("path", { class: `og-mark-${look.colour}`, d: markerPath(look, end[0], end[1], 4.5) }),
  ];
}

function axisOf(
  scale: "linear" | "log",
  [low, high]: readonly [number, number],
  bottom: number,
  top: number,
): Axis {
  const count = Math.max(2, Math.floor((bottom - top) / 45));
  if (scale === "log") return logAxis([low, high], [bottom, top], count);
  return linearAxis([Math.min(0, low), high], [bottom, top], count, { nice: true });
}
