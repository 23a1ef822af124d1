import { svgDocument } from "../document.js";
import { coordinate } from "../text/number.js";
import { element } from "../xml.js";
import type { Maps } from "./heat-maps.js";
import { cellsStyle } from "./style.js";

/** Shades of a colour. */
const shades = 16;
/** Between maps there is room for one cell, and at least this. */
const leastGap = 6;
const barHeight = 4;

/** The maps as an SVG document. */
export function heatMapsSvg(given: Maps): string {
  const { maps, rows, columns, cell, theme, summary, longest } = given;
  const [wide, high] = [columns * cell, rows * cell];
  const gap = Math.max(leastGap, cell);
  const across = Math.max(1, Math.min(maps.length, Math.floor((given.width - 2 + gap) / (wide + gap))));
  const below = longest > 0 ? barHeight + 3 : 0;
  const lines = Math.ceil(maps.length / across);
  const width = across * (wide + gap) - gap + 2;
  const height = Math.max(0, lines * (high + below + gap) - gap) + 2;
  const place = (i: number) =>
    [1 + (i % across) * (wide + gap), 1 + Math.floor(i / across) * (high + below + gap)] as const;
  const papers = maps.map((_, i) => {
    const [x, y] = place(i);
    return element("rect", { class: "og-paper", "data-map": String(i), x, y, width: wide, height: high });
  });
  const bars = maps.flatMap(({ bar = 0 }, i) => {
    const [x, y] = place(i);
    if (!(bar > 0) || !Number.isFinite(bar)) return [];
    return [
      element("rect", {
        class: "og-bar",
        x,
        y: y + high + 3,
        width: (wide * bar) / longest,
        height: barHeight,
      }),
    ];
  });
  return svgDocument(
    { kind: "cells", style: cellsStyle(theme), width, height, theme, summary },
    ...papers,
    ...fills(given, place),
    ...marks(given, place),
    ...bars,
  );
}

type Place = (map: number) => readonly [x: number, y: number];

/** All cells of one shade are one path: few elements, however many cells. */
function fills({ maps, columns, cell, scale, most }: Maps, place: Place): string[] {
  const paths = {
    ink: new Map<number, string>(),
    data: new Map<number, string>(),
    grad: new Map<number, string>(),
  };
  for (const [i, { values }] of maps.entries()) {
    const [left, top] = place(i);
    for (let at = 0; at < values.length; at++) {
      const value = values[at] as number;
      const shade = Math.min(shades, Math.round((shades * Math.abs(value)) / most));
      if (!Number.isFinite(value) || !(shade > 0) || (scale === "ink" && value < 0)) continue;
      const colour = scale === "ink" ? "ink" : value > 0 ? "data" : "grad";
      const inset = colour === "grad" ? 0.15 * cell : 0;
      const side = coordinate(cell - 2 * inset);
      const x = coordinate(left + (at % columns) * cell + inset);
      const y = coordinate(top + Math.floor(at / columns) * cell + inset);
      paths[colour].set(shade, `${paths[colour].get(shade) ?? ""}M${x},${y}h${side}v${side}h-${side}z`);
    }
  }
  return Object.entries(paths).flatMap(([colour, byShade]) =>
    [...byShade]
      .sort(([a], [b]) => a - b)
      .map(([shade, d]) =>
        element("path", { class: `og-cell-${colour}`, "fill-opacity": shade / shades, d }),
      ),
  );
}

/** Squares with a plus or a minus. Those too small to be seen are left out. */
function marks({ maps, columns, cell, mostMarked }: Maps, place: Place): string[] {
  return maps.flatMap(({ marks: values }, i) => {
    if (values === undefined || mostMarked === 0) return [];
    const [left, top] = place(i);
    return Array.from(values).flatMap((value, at) => {
      const side = 0.92 * cell * Math.sqrt(Math.abs(value) / mostMarked);
      if (!Number.isFinite(side) || side < 0.2 * cell) return [];
      const x = left + (at % columns) * cell + cell / 2;
      const y = top + Math.floor(at / columns) * cell + cell / 2;
      const arm = 0.3 * side;
      const sign = `M${coordinate(x - arm)},${coordinate(y)}h${coordinate(2 * arm)}`;
      const upright = `M${coordinate(x)},${coordinate(y - arm)}v${coordinate(2 * arm)}`;
      const colour = value > 0 ? "data" : "grad";
      return [
        element("rect", {
          class: `og-mark-${colour}`,
          x: x - side / 2,
          y: y - side / 2,
          width: side,
          height: side,
        }),
        element("path", { class: "og-sign", d: value > 0 ? sign + upright : sign }),
      ];
    });
  });
}
