import { line } from "d3-shape";
import { formatNumber, round, withMinus } from "../text/number.js";
import { ems } from "../text/width.js";
import { element, textElement } from "../xml.js";
import { type Axis, logAxis } from "./axis.js";
import type { Point } from "./decimate.js";
import type { ErrorCurveOptions, ErrorsOfMethod, ReadErrors } from "./error-curve.js";
import { extent } from "./extent.js";
import { type Box, framed, type LegendEntry, legendHeight } from "./frame.js";
import { lookOf, markerPath } from "./marker.js";
import { ruler, rulerHeight } from "./ruler.js";

/** The height of the line at the bottom where errors of exactly 0 stand. */
const floorHeight = 24;

/** The errors as an SVG document. */
export function errorCurveSvg(errors: ReadErrors, { h, theme = "auto", ...size }: ErrorCurveOptions): string {
  const { methods, ridders, yLabel, summary } = errors;
  const width = Math.max(280, size.width ?? 640);
  const height = Math.max(180, size.height ?? 360);
  const all = methods.flatMap(({ points }) => points);
  const hasZero = all.some(({ error }) => error === 0);
  const legend = legendOf(errors, hasZero);
  const top = legendHeight(legend, width - 80) + 12;
  const bottom = height - 46;
  const lowest = hasZero ? bottom - floorHeight : bottom;
  const drawable = all.map(({ error }) => error).filter((error) => error > 0);
  const y = logAxis(
    orOne(extent([...drawable, ...(ridders === undefined ? [] : [ridders])])),
    [lowest, h === undefined ? top : top + rulerHeight],
    Math.max(2, Math.floor((lowest - top) / 32)),
  );
  const ticks = hasZero ? [{ at: bottom, text: "0" }, ...y.ticks] : y.ticks;
  const left = 30 + Math.ceil(Math.max(...ticks.map(({ text }) => ems(text))) * 12);
  const box = { left, top, right: width - 16, bottom };
  const steps = extent([...all.map((point) => point.h), ...(h === undefined ? [] : [h])]);
  const x = logAxis(
    orOne(steps),
    [box.left, box.right],
    Math.max(2, Math.floor((box.right - box.left) / 60)),
  );
  const data = [
    ...regions(box),
    ...(ridders === undefined ? [] : [ownSteps(box, round(y.place(ridders)), methods.length)]),
    ...methods.flatMap((method, i) => drawn(method, i, { x, y, bottom })),
    ...(h === undefined ? [] : ruler(box, round(x.place(h)), `h = ${withMinus(formatNumber(h))}`)),
  ];
  const axes = { x, y: { ...y, ticks } };
  return framed({ width, height, theme, box, ...axes, xLabel: "step h", yLabel, legend, summary }, data);
}

/** A range that has logarithms. */
function orOne([low, high]: readonly [number, number]): readonly [number, number] {
  return low > 0 ? [low, high] : [1e-16, 1];
}

function legendOf({ methods, ridders }: ReadErrors, hasZero: boolean): LegendEntry[] {
  const entries = methods.map(({ name }, i): LegendEntry => ({ name, look: lookOf(i), kind: "line" }));
  if (ridders !== undefined) {
    entries.push({ name: "chooses its own steps", look: lookOf(methods.length), kind: "line" });
  }
  if (hasZero) entries.push({ name: "exactly 0", look: lookOf(0), kind: "ring" });
  return entries;
}

/** What wins on which side: beside the label of the axis, where no curve is. */
function regions({ left, right, bottom }: Box): string[] {
  const y = bottom + 36;
  return [
    textElement({ x: left, y }, "← round-off"),
    textElement({ class: "og-end", x: right, y }, "truncation →"),
  ];
}

function ownSteps({ left, right }: Box, y: number, series: number): string {
  const { colour, dash } = lookOf(series);
  return element("path", {
    class: `og-curve-${colour}`,
    "stroke-dasharray": dash,
    d: `M${left},${y}H${right}`,
  });
}

type Axes = { readonly x: Axis; readonly y: Axis; readonly bottom: number };

/** One method: its line, a ring for each error of exactly 0, and its marker where it is best. */
function drawn({ points, best }: ErrorsOfMethod, series: number, { x, y, bottom }: Axes): string[] {
  const look = lookOf(series);
  const place = ({ h, error }: { h: number; error: number }): Point => [
    round(x.place(h)),
    error === 0 ? bottom : Number.isFinite(error) ? round(y.place(error)) : Number.NaN,
  ];
  const path = line<Point>().defined(([, at]) => !Number.isNaN(at));
  const zeros = points.filter(({ error }) => error === 0).map(place);
  return [
    element("path", {
      class: `og-curve-${look.colour}`,
      "data-series": String(series),
      "stroke-dasharray": look.dash,
      d: path(points.map(place)) ?? "",
    }),
    ...zeros.map(([px, py]) => element("path", { class: "og-hollow", d: markerPath(lookOf(0), px, py, 4) })),
    ...(best === undefined
      ? []
      : [element("path", { class: `og-mark-${look.colour}`, d: markerPath(look, ...place(best), 6) })]),
  ];
}
