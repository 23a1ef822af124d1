import { coordinate, round } from "../text/number.js";
import { ems } from "../text/width.js";
import { element } from "../xml.js";
import { linearAxis } from "./axis.js";
import { apart } from "./bins.js";
import { framed, type LegendEntry, legendHeight } from "./frame.js";
import type { HistogramOptions, ReadHistogram } from "./histogram.js";
import { lookOf, markerPath } from "./marker.js";

/** The histogram as an SVG document. */
export function histogramSvg(counted: ReadHistogram, { theme = "auto", ...size }: HistogramOptions): string {
  const { edges, series, scale, xLabel, summary } = counted;
  const width = Math.max(200, size.width ?? 480);
  const height = Math.max(120, size.height ?? 240);
  const legend = series.map((each, i): LegendEntry => {
    const others = apart(each);
    const name = others.length === 0 ? each.name : `${each.name} (${others.join(", ")})`;
    return { name, look: lookOf(i), kind: "line" };
  });
  const top = legendHeight(legend, width - 80) + 12;
  const bottom = height - 46;
  const heights = series.map(({ counts, total }) =>
    counts.map((n) => (scale === "share" ? n / Math.max(1, total) : n)),
  );
  let most = 0;
  for (const each of heights) for (const high of each) most = Math.max(most, high);
  const ticks = Math.max(2, Math.floor((bottom - top) / 40));
  const y = linearAxis([0, most || 1], [bottom, top], ticks, { nice: true, whole: scale === "count" });
  const left = 30 + Math.ceil(Math.max(0, ...y.ticks.map(({ text }) => ems(text))) * 12);
  const box = { left, top, right: width - 16, bottom };
  const ends = [edges[0] as number, edges.at(-1) as number] as const;
  const x = linearAxis(ends, [box.left, box.right], Math.max(2, Math.floor((box.right - box.left) / 70)));
  const xs = edges.map((edge) => round(x.place(edge)));
  const data = heights.flatMap((each, i) =>
    drawn(
      each.map((high) => round(y.place(high))),
      xs,
      bottom,
      i,
    ),
  );
  const yLabel = scale === "share" ? "share" : "count";
  return framed({ width, height, theme, box, x, y, xLabel, yLabel, legend, summary }, data);
}

/** One series: the area under its steps, their line, and its marker on its highest step. */
function drawn(ys: readonly number[], xs: readonly number[], bottom: number, series: number): string[] {
  const look = lookOf(series);
  const highest = ys.reduce((best, y, i) => (y < (ys[best] as number) ? i : best), 0);
  if ((ys[highest] ?? bottom) >= bottom) return [];
  const d = skyline(ys, xs, bottom);
  const middle = ((xs[highest] as number) + (xs[highest + 1] as number)) / 2;
  return [
    element("path", { class: `og-area-${look.colour}`, d: `${d}Z` }),
    element("path", {
      class: `og-curve-${look.colour}`,
      "data-series": String(series),
      "stroke-dasharray": look.dash,
      d,
    }),
    element("path", {
      class: `og-mark-${look.colour}`,
      d: markerPath(look, middle, ys[highest] as number, 4.5),
    }),
  ];
}

/** Up to each step, along it, and down at the end. */
export function skyline(ys: readonly number[], xs: readonly number[], bottom: number): string {
  const steps = ys.map((y, i) => `V${coordinate(y)}H${coordinate(xs[i + 1] as number)}`);
  return `M${coordinate(xs[0] as number)},${coordinate(bottom)}${steps.join("")}V${coordinate(bottom)}`;
}
