import { svgDocument } from "../document.js";
import type { Theme } from "../theme.js";
import { element } from "../xml.js";
import { card } from "./card.js";
import { type DrawnEdge, edge, pill } from "./edges.js";
import { cornerOf, margin, type Plan } from "./plan.js";
import { graphStyle } from "./style.js";
import { headline } from "./words.js";

/** What a drawing is made of, every piece by itself. */
export interface Pieces {
  readonly edges: readonly string[];
  readonly cards: readonly string[];
  readonly pills: readonly string[];
}

export function piecesOf(plan: Plan): Pieces {
  const { scene, shown, layout, edges, slopes, roots } = plan;
  const { level, direction } = layout;
  return {
    edges: ordered(edges).map((each) => edge(each, layout, level, direction)),
    cards: scene.cards.map((node, place) =>
      card(node, scene, layout.card, shown, roots.has(node.id), cornerOf(plan, place)),
    ),
    pills: slopes.map((each) => pill(each, layout, direction)),
  };
}

/** The graph as an SVG document. */
export function graphSvg(plan: Plan, theme: Theme, { edges, cards, pills } = piecesOf(plan)): string {
  const { graph, width, height } = plan;
  return svgDocument(
    { kind: "graph", width, height, theme, style: graphStyle(theme), summary: headline(graph) },
    element("rect", { class: "og-ground", width, height }),
    element(
      "g",
      { transform: `translate(${margin} ${margin})` },
      element("g", { "aria-hidden": "true", "stroke-width": 1.5 }, edges.join("")),
      cards.join(""),
      element("g", { "aria-hidden": "true" }, pills.join("")),
    ),
  );
}

/** Edges in use lie over the others. */
export function ordered(edges: readonly DrawnEdge[]): DrawnEdge[] {
  return [...edges.filter(({ used }) => !used), ...edges.filter(({ used }) => used)];
}
