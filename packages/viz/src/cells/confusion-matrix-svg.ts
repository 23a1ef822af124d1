import { svgDocument } from "../document.js";
import { coordinate } from "../text/number.js";
import { elide, ems } from "../text/width.js";
import { element, textElement } from "../xml.js";
import type { Confusion } from "./confusion-matrix.js";
import { cellsStyle } from "./style.js";

/** Cells are no larger than this, in pixels. */
const largestCell = 44;
/** Below this side, in pixels, a cell has no room for its number. */
const smallestNumbered = 20;

/** The matrix as an SVG document. */
export function confusionMatrixSvg({ classes, counts, width: room, theme, summary }: Confusion): string {
  const widest = Math.max(1, ...classes.map((name) => ems(name)));
  const left = 26 + Math.ceil(Math.min(widest * 12, room / 3));
  const top = 42;
  const cell = Math.min(largestCell, Math.floor((room - left - 2) / Math.max(1, classes.length)));
  const side = cell * classes.length;
  const [width, height] = [left + side + 2, top + side + 2];
  const middle = (i: number) => cell * (i + 0.5);
  const isNumbered = cell >= smallestNumbered;
  const names = isNumbered
    ? classes.flatMap((name, i) => [
        textElement(
          { class: "og-axis og-end", x: left - 6, y: top + middle(i) + 4 },
          elide(name, (left - 30) / 12),
        ),
        textElement({ class: "og-axis og-middle", x: left + middle(i), y: top - 6 }, elide(name, cell / 12)),
      ])
    : [];
  const titles = [
    textElement({ class: "og-axis og-middle", x: left + side / 2, y: 14 }, "read as"),
    textElement(
      {
        class: "og-axis og-middle",
        transform: `translate(12,${coordinate(top + side / 2)}) rotate(-90)`,
      },
      "is",
    ),
  ];
  const cells = counts.flatMap((row, label) => {
    const all = row.reduce((sum, times) => sum + times, 0);
    return row.flatMap((times, as) => {
      if (times === 0) return [];
      const [x, y] = [left + cell * as, top + cell * label];
      const colour = label === as ? "data" : "grad";
      const opacity = label === as ? 0.1 + (0.25 * times) / all : Math.min(0.45, 0.2 + times / all);
      const at = { "data-label": String(label), "data-as": String(as) };
      return [
        element("rect", {
          class: `og-cell-${colour}`,
          ...at,
          x,
          y,
          width: cell,
          height: cell,
          "fill-opacity": opacity,
        }),
        ...(isNumbered
          ? [textElement({ class: "og-middle", x: x + cell / 2, y: y + cell / 2 + 4.5 }, String(times))]
          : []),
      ];
    });
  });
  return svgDocument(
    { kind: "cells", style: cellsStyle(theme), width, height, theme, summary },
    element("rect", { class: "og-paper", x: left, y: top, width: side, height: side }),
    ...cells,
    element("path", { class: "og-lines", d: lines(left, top, cell, classes.length) }),
    ...names,
    ...titles,
  );
}

/** The lines between the cells. */
function lines(left: number, top: number, cell: number, count: number): string {
  const side = cell * count;
  return Array.from({ length: Math.max(0, count - 1) }, (_, i) => {
    const at = cell * (i + 1);
    return `M${coordinate(left + at)},${coordinate(top)}v${coordinate(side)}M${coordinate(left)},${coordinate(top + at)}h${coordinate(side)}`;
  }).join("");
}
