import type { Graph } from "../graph/trace.js";
import { layOut } from "../layout/layout.js";
import { round } from "../text/number.js";
import { element } from "../xml.js";
import { card, cardSize, type Shown } from "./card.js";
import type { DrawOptions } from "./draw.js";
import { type DrawnEdge, edge, pill, pillRoom } from "./edges.js";
import { sceneOf } from "./scene.js";
import { graphStyle } from "./style.js";
import { headline } from "./words.js";

const margin = 16;
const everything: readonly Shown[] = ["data", "grad", "local"];

/** The graph as an SVG document. */
export function graphSvg(graph: Graph, options: DrawOptions): string {
  const { theme = "auto", direction = "LR", step, show = everything } = options;
  const shown = new Set(show);
  const scene = sceneOf(graph, options.constants ?? "fold", step);
  const place = new Map(scene.cards.map(({ id }, i) => [id, i]));
  // An argument that is folded has no edge; the others keep their numbers.
  const kept = scene.cards.map(({ inputs }) =>
    [...inputs.entries()].flatMap(([index, { id, slope }]) => {
      const from = place.get(id);
      return from === undefined ? [] : [{ index, id, slope, from }];
    }),
  );
  const size = cardSize(scene, shown);
  const [cardAlong, cardAcross] = direction === "LR" ? [size.width, size.height] : [size.height, size.width];
  const { level, port } = shown.has("local") ? pillRoom[direction] : { level: 8, port: 22 };
  const layout = layOut(
    kept.map((inputs) => inputs.map(({ from }) => from)),
    graph.roots.flatMap((id) => place.get(id) ?? []),
    {
      cardAlong,
      cardAcross,
      gapAcross: direction === "LR" ? 14 : 20,
      gapAlong: 48,
      level,
      port,
    },
  );
  const { flow } = scene.moment ?? {};
  const drawn: DrawnEdge[] = scene.cards.flatMap(({ id: to }, v) =>
    (kept[v] ?? []).map(({ id, slope, index }, i) => ({
      from: id,
      to,
      index,
      slope,
      points: layout.edges[v]?.[i] ?? [],
      used: flow?.node.id === to && flow.parts.some((part) => part.index === index),
    })),
  );
  const constants = new Set(graph.nodes.flatMap(({ id, isConstant }) => (isConstant ? [id] : [])));
  const carries = ({ used, from }: DrawnEdge) => (scene.moment ? used : !constants.has(from));
  const withSlope = shown.has("local") ? drawn.filter(carries) : [];
  const [width, height] =
    direction === "LR" ? [layout.length, layout.breadth] : [layout.breadth, layout.length];
  const cards = scene.cards.map((node, v) => {
    const { along, across } = layout.cards[v] as { along: number; across: number };
    const [x, y] = direction === "LR" ? [along, across] : [across, along];
    const corner = [round(x - size.width / 2), round(y - size.height / 2)] as const;
    return card(node, scene, size, shown, graph.roots.includes(node.id), corner);
  });
  const full = [Math.ceil(width + 2 * margin), Math.ceil(height + 2 * margin)] as const;
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      class: `og-graph og-${theme}`,
      role: "graphics-document",
      "aria-label": headline(graph),
      width: full[0],
      height: full[1],
      viewBox: `0 0 ${full[0]} ${full[1]}`,
    },
    `<style>${graphStyle(theme)}</style>`,
    element("rect", { class: "og-ground", width: full[0], height: full[1] }),
    element(
      "g",
      { transform: `translate(${margin} ${margin})` },
      element("g", { "aria-hidden": "true" }, ...ordered(drawn).map((each) => edge(each, level, direction))),
      ...cards,
      element("g", { "aria-hidden": "true" }, ...withSlope.map((each) => pill(each, direction))),
    ),
  );
}

/** Edges in use lie over the others. */
function ordered(edges: readonly DrawnEdge[]): DrawnEdge[] {
  return [...edges.filter(({ used }) => !used), ...edges.filter(({ used }) => used)];
}
