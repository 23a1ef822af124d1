import { type Colour, fonts, paint, type Theme, themeRules } from "../theme.js";

/** The style sheet of pictures that are made of cells. */
export function cellsStyle(theme: Theme): string {
  const fill = (colour: Colour) => paint("fill", colour, theme);
  const stroke = (colour: Colour) => paint("stroke", colour, theme);
  return [
    themeRules(theme),
    `.og-cells{font:13px ${fonts};font-variant-numeric:tabular-nums}`,
    `.og-cells text{${fill("ink")}}`,
    `.og-cells .og-axis{${fill("muted")};font-size:12px}`,
    ".og-cells .og-middle{text-anchor:middle}.og-cells .og-end{text-anchor:end}",
    `.og-paper{${fill("ground")};${stroke("faint")};stroke-width:1}`,
    `.og-lines{fill:none;${stroke("faint")};stroke-width:1}`,
    ...(["ink", "data", "grad"] as const).map((colour) => `.og-cell-${colour}{${fill(colour)}}`),
    ...(["data", "grad"] as const).map(
      (colour) => `.og-cells .og-mark-${colour}{${fill(colour)};${stroke("ground")};stroke-width:1.25}`,
    ),
    `.og-sign{fill:none;${stroke("ground")};stroke-width:1.5}`,
    `.og-bar{${fill("slope")}}`,
  ].join("");
}
