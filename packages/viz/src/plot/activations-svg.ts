import { svgDocument } from "../document.js";
import { coordinate, round } from "../text/number.js";
import { elide, ems } from "../text/width.js";
import { element, textElement } from "../xml.js";
import type { ActivationsOptions, ReadLayer, UnitState } from "./activations.js";
import { linearAxis } from "./axis.js";
import type { Box } from "./frame.js";
import { skyline } from "./histogram-svg.js";
import { lookOf } from "./marker.js";
import { plotStyle } from "./style.js";

const chartHeight = 56;
/** From the left side of one unit's square to the next. */
const unitStep = 12;
/** More units than this are said in words only. */
const mostUnits = 256;

/** The layers, one under the other, as an SVG document. */
export function activationsSvg(
  layers: readonly ReadLayer[],
  summary: string,
  { theme = "auto", ...size }: ActivationsOptions,
): string {
  const width = Math.max(240, size.width ?? 640);
  let y = 4;
  const rows = layers.map((layer) => {
    const row = layerRow(layer, y, width);
    y = row.bottom;
    return element("g", { class: "og-layer" }, ...row.parts);
  });
  const height = y + 4;
  return svgDocument(
    { kind: "plot", width, height, theme, style: plotStyle(theme), summary },
    element("rect", { class: "og-ground", width, height }),
    ...rows,
  );
}

/** A layer: its name, what is said of it, its histogram, its units. Side by side where there is room. */
function layerRow(layer: ReadLayer, top: number, width: number): { parts: string[]; bottom: number } {
  const [left, right] = [8, width - 8];
  const isWide = width >= 520;
  const words = inLines(layer.said, (isWide ? 220 : right - left) / 12);
  const texts = [layer.name, ...words].map((text, i) =>
    i === 0
      ? textElement(
          { class: "og-name", x: left, y: top + 15 },
          elide(text, (isWide ? 220 : right - left) / 13),
        )
      : textElement({ x: left, y: top + 15 + 17 * i }, text),
  );
  const below = top + 17 * texts.length + 6;
  const chartLeft = isWide ? left + 232 : left;
  const chartTop = isWide ? top + 4 : below;
  const chart = smallHistogram(layer, {
    left: chartLeft,
    right,
    top: chartTop,
    bottom: chartTop + chartHeight,
  });
  const squares = unitSquares(layer.units, chartLeft, chartTop + chartHeight + 22, right);
  return { parts: [...texts, ...chart, ...squares.parts], bottom: Math.max(below, squares.bottom) + 14 };
}

function smallHistogram(
  { edges, binned: { counts } }: ReadLayer,
  { left, right, top, bottom }: Box,
): string[] {
  const x = linearAxis([edges[0] as number, edges.at(-1) as number], [left, right], 5);
  const most = Math.max(1, ...counts);
  const d = skyline(
    counts.map((n) => round(bottom - (n / most) * (bottom - top - 2))),
    edges.map((edge) => round(x.place(edge))),
    bottom,
  );
  const { colour } = lookOf(0);
  const labels = x.ticks.map(({ at, text }) => {
    const half = (ems(text) * 12) / 2;
    return textElement(
      { class: "og-middle", x: Math.min(Math.max(at, left + half), right - half), y: bottom + 14 },
      text,
    );
  });
  return [
    element("path", { class: `og-area-${colour}`, d: `${d}Z` }),
    element("path", { class: `og-curve-${colour}`, d }),
    element("path", {
      class: "og-frame",
      d: `M${coordinate(left)},${coordinate(bottom)}H${coordinate(right)}`,
    }),
    ...labels,
  ];
}

/** A square for each unit: plain, with a cross if it is dead, filled if it is saturated. */
function unitSquares(
  units: readonly UnitState[],
  left: number,
  top: number,
  right: number,
): { parts: string[]; bottom: number } {
  if (units.length === 0 || units.length > mostUnits) return { parts: [], bottom: top - 6 };
  const across = Math.max(1, Math.floor((right - left) / unitStep));
  const paths = { live: "", dead: "", saturated: "" };
  for (const [i, unit] of units.entries()) {
    const [x, y] = [left + (i % across) * unitStep, top + Math.floor(i / across) * unitStep];
    const square = `M${coordinate(x)},${coordinate(y)}h9v9h-9z`;
    paths[unit] += unit === "dead" ? `${square}l9,9m0,-9l-9,9` : square;
  }
  return {
    parts: Object.entries(paths).flatMap(([unit, d]) =>
      d === "" ? [] : [element("path", { class: `og-unit-${unit}`, d })],
    ),
    bottom: top + Math.ceil(units.length / across) * unitStep,
  };
}

/** Pieces, joined by commas, in lines of at most so many ems. */
function inLines(pieces: readonly string[], most: number): string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && ems(`${last}, ${piece}`) <= most) lines[lines.length - 1] = `${last}, ${piece}`;
    else lines.push(piece);
  }
  return lines;
}
