import { coordinate } from "./text/number.js";
import type { Theme } from "./theme.js";
import { element } from "./xml.js";

/** What a picture is as a whole. */
interface Whole {
  /** What it shows: its class is this after `og-`. */
  readonly kind: "graph" | "plot" | "cells";
  readonly width: number;
  readonly height: number;
  readonly theme: Theme;
  /** The rules of its style sheet. */
  readonly style: string;
  /** One sentence: the accessible name. */
  readonly summary: string;
}

/** A picture as an SVG document that carries its own style. What is in a graph can be read one by one. */
export function svgDocument(
  { kind, width, height, theme, style, summary }: Whole,
  ...parts: readonly string[]
): string {
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      class: `og-${kind} og-${theme}`,
      role: kind === "graph" ? "graphics-document" : "img",
      "aria-label": summary,
      width,
      height,
      viewBox: `0 0 ${coordinate(width)} ${coordinate(height)}`,
    },
    `<style>${style}</style>`,
    ...parts,
  );
}
