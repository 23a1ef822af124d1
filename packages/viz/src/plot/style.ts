import { type Colour, fonts, paint, type Theme, themeRules } from "../theme.js";

/** The style sheet of a plot. */
export function plotStyle(theme: Theme): string {
  const fill = (colour: Colour) => paint("fill", colour, theme);
  const stroke = (colour: Colour) => paint("stroke", colour, theme);
  const marks = (["data", "grad", "slope", "fourth", "fifth"] as const).flatMap((colour) => [
    `.og-curve-${colour}{fill:none;${stroke(colour)};stroke-width:2;stroke-linejoin:round}`,
    `.og-mark-${colour}{${fill(colour)};${stroke("ground")};stroke-width:1.25}`,
    `.og-area-${colour}{${fill(colour)};fill-opacity:.13}`,
  ]);
  return [
    themeRules(theme),
    `.og-plot{font:12px ${fonts};font-variant-numeric:tabular-nums}`,
    `.og-plot text{${fill("muted")}}`,
    `.og-plot .og-name{${fill("ink")};font-size:13px}`,
    `.og-plot .og-ground{${fill("ground")}}`,
    `.og-grid{fill:none;${stroke("faint")};stroke-width:1}`,
    `.og-frame{fill:none;${stroke("line")};stroke-width:1.25}`,
    `.og-ruler{fill:none;${stroke("ink")};stroke-width:1.5;stroke-dasharray:1.5 2.5}`,
    `.og-hollow{${fill("ground")};${stroke("ink")};stroke-width:1.5}`,
    ".og-plot .og-small{font-size:12px}",
    `.og-unit-live,.og-unit-dead{fill:none;${stroke("line")};stroke-width:1.25}`,
    `.og-unit-dead{${stroke("grad")};stroke-width:1.75}`,
    `.og-unit-saturated{${fill("fourth")};${stroke("fourth")};stroke-width:1.25}`,
    `.og-border{fill:none;${stroke("ink")};stroke-width:2}`,
    `.og-wrong{fill:none;${stroke("ink")};stroke-width:1.75}`,
    ".og-end{text-anchor:end}.og-middle{text-anchor:middle}",
    ...marks,
  ].join("");
}
