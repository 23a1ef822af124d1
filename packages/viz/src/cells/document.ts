import { coordinate } from "../text/number.js";
import type { Theme } from "../theme.js";
import { element } from "../xml.js";
import { cellsStyle } from "./style.js";

/** What a picture of cells is as a whole. */
interface Whole {
  readonly width: number;
  readonly height: number;
  readonly theme: Theme;
  readonly summary: string;
}

/** A picture of cells as an SVG document. */
export function cellsDocument({ width, height, theme, summary }: Whole, ...parts: readonly string[]): string {
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      class: `og-cells og-${theme}`,
      role: "img",
      "aria-label": summary,
      width,
      height,
      viewBox: `0 0 ${coordinate(width)} ${coordinate(height)}`,
    },
    element("style", {}, cellsStyle(theme)),
    ...parts,
  );
}
