import { coordinate } from "../text/number.js";
import { ems } from "../text/width.js";
import { element, textElement } from "../xml.js";
import type { Box } from "./frame.js";

/** What the word takes at the top of the box. */
export const rulerHeight = 22;

/** A vertical line through the data at one place of the x axis, with a word at its top, kept inside the box. */
export function ruler({ left, top, right, bottom }: Box, x: number, word: string): string[] {
  const half = (ems(word) * 12) / 2 + 4;
  const middle = Math.min(Math.max(x, left + half), right - half);
  return [
    element("path", {
      class: "og-ruler",
      d: `M${coordinate(x)},${coordinate(top)}V${coordinate(bottom)}`,
    }),
    element("rect", { class: "og-ground", x: middle - half, y: top + 2, width: 2 * half, height: 17, rx: 3 }),
    textElement({ class: "og-name og-middle og-small", x: middle, y: top + 15 }, word),
  ];
}
