import { type Colour, fonts, paint, type Theme, themeRules } from "../theme.js";

/** The style sheet of a graph. Classes start with `og-`, so that it may stand inside any page. */
export function graphStyle(theme: Theme): string {
  const fill = (colour: Colour) => paint("fill", colour, theme);
  const stroke = (colour: Colour) => paint("stroke", colour, theme);
  return [
    themeRules(theme),
    `.og-graph{font:13px ${fonts};font-variant-numeric:tabular-nums}`,
    `.og-graph text{${fill("ink")}}`,
    `.og-graph .og-ground{${fill("ground")}}`,
    `.og-card>rect{${fill("card")};${stroke("line")};stroke-width:1.25}`,
    `.og-leaf>rect{${fill("leaf")}}`,
    ".og-root>rect{stroke-width:2.5}",
    ".og-constant>rect{stroke-dasharray:2 3}",
    `.og-current>rect{${fill("active")};${stroke("grad")};stroke-width:3}`,
    `.og-receives>rect{${stroke("grad")};stroke-width:2;stroke-dasharray:6 4}`,
    ".og-graph .og-label{font-size:14px;font-weight:600}",
    `.og-graph .og-unnamed{${fill("muted")};font-weight:400;font-style:italic}`,
    `.og-graph .og-caption{${fill("muted")};font-size:12px}`,
    ".og-graph .og-data,.og-graph .og-grad{text-anchor:end}",
    `.og-graph .og-data{${fill("data")}}`,
    `.og-graph .og-grad{${fill("grad")}}`,
    `.og-graph .og-waits{${fill("muted")};font-size:12px;font-style:italic}`,
    `.og-graph .og-note{${fill("muted")};font-size:12px}`,
    ".og-graph .og-end{text-anchor:end}",
    `.og-track{${fill("faint")}}`,
    `.og-bar{${fill("data")}}`,
    ".og-future>rect{stroke-dasharray:4 3}",
    `.og-badge>rect{${fill("badge")}}`,
    `.og-graph .og-badge>text{${fill("onBadge")};font-size:12px;font-weight:600;text-anchor:middle}`,
    `.og-line{fill:none;${stroke("line")}}`,
    `.og-arrow{${fill("line")}}`,
    `.og-weight>.og-line,.og-negative>.og-line{${stroke("slope")}}`,
    `.og-weight>.og-arrow,.og-negative>.og-arrow{${fill("slope")}}`,
    ".og-negative>.og-line{stroke-dasharray:7 4}",
    `.og-used>.og-line{${stroke("grad")};stroke-width:2.5}`,
    `.og-used>.og-arrow{${fill("grad")}}`,
    `.og-pill>rect{${fill("ground")};${stroke("slope")};stroke-width:1.25}`,
    `.og-graph .og-pill>text{${fill("slope")};font-size:12px;font-weight:600;text-anchor:middle}`,
  ].join("");
}
