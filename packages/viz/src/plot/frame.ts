import { svgDocument } from "../document.js";
import { coordinate } from "../text/number.js";
import { ems } from "../text/width.js";
import type { Theme } from "../theme.js";
import { element, textElement } from "../xml.js";
import type { Axis } from "./axis.js";
import { type Look, markerPath } from "./marker.js";
import { plotStyle } from "./style.js";

/** The rectangle that the data is drawn in, in pixels; y grows downwards. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What stands around the data of every plot. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly theme: Theme;
  readonly box: Box;
  readonly x: Axis;
  readonly y: Axis;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly legend: readonly LegendEntry[];
  /** One sentence: the accessible name. */
  readonly summary: string;
}

/** A name in the legend, and what it looks like. */
export interface LegendEntry {
  readonly name: string;
  readonly look: Look;
  readonly kind: "line" | "marker" | "ring";
}

const legendLine = 20;

/** The legend in lines no wider than the plot. */
function legendRows(legend: readonly LegendEntry[], width: number): LegendEntry[][] {
  const rows: LegendEntry[][] = [];
  let room = 0;
  for (const entry of legend) {
    const need = entryWidth(entry);
    if (rows.length === 0 || need > room) {
      rows.push([]);
      room = width;
    }
    rows.at(-1)?.push(entry);
    room -= need;
  }
  return rows;
}

/** The height that a legend takes above the plot. */
export function legendHeight(legend: readonly LegendEntry[], width: number): number {
  return legendRows(legend, width).length * legendLine;
}

function entryWidth({ name, kind }: LegendEntry): number {
  return (kind === "line" ? 34 : 20) + Math.ceil(ems(name) * 13) + 18;
}

/** A plot as an SVG document: grid and axes, then the data, then the frame and the legend. */
export function framed(frame: Frame, data: readonly string[]): string {
  const { width, height, theme, box, x, y, summary } = frame;
  const grid = [
    ...x.ticks.map(({ at }) => `M${coordinate(at)},${coordinate(box.top)}V${coordinate(box.bottom)}`),
    ...y.ticks.map(({ at }) => `M${coordinate(box.left)},${coordinate(at)}H${coordinate(box.right)}`),
  ];
  return svgDocument(
    { kind: "plot", width, height, theme, style: plotStyle(theme), summary },
    element("rect", { class: "og-ground", width, height }),
    element("path", { class: "og-grid", d: grid.join("") }),
    ...data,
    element("rect", {
      class: "og-frame",
      x: box.left,
      y: box.top,
      width: box.right - box.left,
      height: box.bottom - box.top,
    }),
    ...axisTexts(frame),
    ...legendTexts(frame),
  );
}

function axisTexts({ box, x, y, xLabel, yLabel }: Frame): string[] {
  const middle = (box.top + box.bottom) / 2;
  return [
    ...x.ticks.map(({ at, text }) => textElement({ class: "og-middle", x: at, y: box.bottom + 17 }, text)),
    ...y.ticks.map(({ at, text }) => textElement({ class: "og-end", x: box.left - 7, y: at + 4 }, text)),
    textElement({ class: "og-middle", x: (box.left + box.right) / 2, y: box.bottom + 36 }, xLabel),
    textElement({ class: "og-middle", transform: `translate(14 ${coordinate(middle)}) rotate(-90)` }, yLabel),
  ];
}

function legendTexts({ box, legend }: Frame): string[] {
  return legendRows(legend, box.right - box.left).flatMap((row, line) => {
    const y = 18 + line * legendLine;
    let x = box.left;
    return row.flatMap((entry) => {
      const { name, look, kind } = entry;
      const from = x;
      x += entryWidth(entry);
      const sample = kind === "line" ? 28 : 14;
      const mark = markerPath(look, from + sample / 2, y - 4.5, 4.5);
      return [
        ...(kind === "line"
          ? [
              element("path", {
                class: `og-curve-${look.colour}`,
                "stroke-dasharray": look.dash,
                d: `M${coordinate(from)},${coordinate(y - 4.5)}h${sample}`,
              }),
            ]
          : []),
        element("path", { class: kind === "ring" ? "og-wrong" : `og-mark-${look.colour}`, d: mark }),
        textElement({ class: "og-name", x: from + sample + 6, y }, name),
      ];
    });
  });
}
