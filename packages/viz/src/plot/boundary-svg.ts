import { clean } from "../text/clean.js";
import { ems } from "../text/width.js";
import { element } from "../xml.js";
import { linearAxis } from "./axis.js";
import type { Boundary } from "./boundary.js";
import { type Field, regionPath } from "./field.js";
import { framed, type LegendEntry, legendHeight } from "./frame.js";
import { lookOf, markerPath } from "./marker.js";
import { margins } from "./scores.js";

/** The boundary as an SVG document. */
export function boundarySvg({ options, xRange, yRange, grid, points, classes, summary }: Boundary): string {
  const { theme = "auto" } = options;
  const [xLabel, yLabel] = [clean(options.xLabel ?? "x"), clean(options.yLabel ?? "y")];
  const width = Math.max(160, options.width ?? 440);
  const height = Math.max(160, options.height ?? 440);
  const wrong = points.some(({ label, predicted }) => label !== predicted);
  const legend: LegendEntry[] = classes.map((name, i) => ({ name, look: lookOf(i), kind: "marker" }));
  if (wrong) legend.push({ name: "on the wrong side", look: lookOf(0), kind: "ring" });

  const top = legendHeight(legend, width - 70) + 12;
  const bottom = height - 46;
  const y = linearAxis(yRange, [bottom, top], Math.max(2, Math.floor((bottom - top) / 60)));
  const left = 30 + Math.ceil(Math.max(0, ...y.ticks.map(({ text }) => ems(text))) * 12);
  const box = { left, top, right: width - 16, bottom };
  const x = linearAxis(xRange, [box.left, box.right], Math.max(2, Math.floor((box.right - box.left) / 70)));

  const size = [box.right - box.left, box.bottom - box.top] as const;
  const fields = margins(grid);
  const regions = fields.flatMap((field, i) =>
    levels(fields).map((level) =>
      element("path", { class: `og-area-${lookOf(i).colour}`, d: regionPath(field, level, ...size) }),
    ),
  );
  // With two classes both regions have the same border.
  const borders = (fields.length === 2 ? fields.slice(1) : fields).map((field) =>
    element("path", { class: "og-border", d: regionPath(field, 0, ...size) }),
  );
  const marks = points.flatMap((point) => {
    const [px, py] = [x.place(point.x) - box.left, y.place(point.y) - box.top];
    const look = lookOf(point.label);
    const mark = element("path", { class: `og-mark-${look.colour}`, d: markerPath(look, px, py, 4.5) });
    if (point.label === point.predicted) return [mark];
    return [mark, element("path", { class: "og-wrong", d: markerPath(lookOf(0), px, py, 8) })];
  });
  const clip = { x: box.left, y: box.top, width: size[0], height: size[1] };
  return framed({ width, height, theme, box, x, y, xLabel, yLabel, legend, summary }, [
    element("svg", clip, ...regions, ...borders, ...marks),
  ]);
}

/** By how much a class must win for each further layer of its colour: at all, by a third and two thirds of the most. */
function levels(fields: readonly Field[]): number[] {
  let most = 0;
  for (const { values } of fields) {
    for (const value of Array.from(values)) if (Number.isFinite(value)) most = Math.max(most, value);
  }
  return most === 0 ? [0] : [0, most / 3, (2 * most) / 3];
}
