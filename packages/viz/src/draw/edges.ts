import type { EdgePoint } from "../layout/layout.js";
import { spread } from "../layout/spread.js";
import { coordinate, formatNumber, withMinus } from "../text/number.js";
import { ems } from "../text/width.js";
import { element, textElement } from "../xml.js";

/** From along and across the layers to x and y. */
export type Direction = "LR" | "TB";

/** An edge of the drawing: from a card to the argument `index` of another. */
export interface DrawnEdge {
  readonly from: number;
  readonly to: number;
  readonly index: number;
  readonly slope: number;
  readonly points: readonly EdgePoint[];
  /** Whether the current step sends a gradient along it. */
  readonly used: boolean;
}

const point = (along: number, across: number, direction: Direction) =>
  direction === "LR"
    ? `${coordinate(along)},${coordinate(across)}`
    : `${coordinate(across)},${coordinate(along)}`;

/** The curve: straight past the layers, bent only in the gaps between them, so that it crosses no card. */
export function edgePath(points: readonly EdgePoint[], direction: Direction): string {
  const at = (along: number, across: number) => point(along, across, direction);
  let path = "";
  let last: EdgePoint | undefined;
  for (const next of points) {
    if (last === undefined) path = `M${at(next.start, next.across)}`;
    else {
      const half = (last.end + next.start) / 2;
      path += `C${at(half, last.across)} ${at(half, next.across)} ${at(next.start, next.across)}`;
    }
    if (next.end !== next.start) path += `L${at(next.end, next.across)}`;
    last = next;
  }
  return path;
}

/** An edge with its arrowhead: at the consumer; in the current step at the input, where the gradient goes. */
export function edge(drawn: DrawnEdge, direction: Direction): string {
  const { points, used, from, to, index } = drawn;
  const first = points[0] as EdgePoint;
  const end = points.at(-1) as EdgePoint;
  const data = { "data-from": String(from), "data-to": String(to), "data-index": String(index) };
  const curve = element("path", {
    class: used ? "og-edge og-used" : "og-edge",
    ...data,
    d: edgePath(points, direction),
  });
  const head = used
    ? arrow(first.start, first.across, 11, direction)
    : arrow(end.end, end.across, -7, direction);
  return curve + element("path", { class: used ? "og-back" : "og-arrow", ...data, d: head });
}

function arrow(tip: number, across: number, length: number, direction: Direction): string {
  const half = Math.abs(length) * 0.5;
  const corners = [
    [tip, across],
    [tip + length, across - half],
    [tip + length, across + half],
  ] as const;
  return `M${corners.map(([a, c]) => point(a, c, direction)).join("L")}Z`;
}

const pillHeight = 20;

/** What a pill says: what the gradient is multiplied by on its way back. */
function pillText(slope: number): string {
  return `×${withMinus(formatNumber(slope, 3))}`;
}

function pillWidth(text: string): number {
  return Math.ceil(ems(text) * 12 * 1.08) + 10;
}

/** The room that the pills need between layers. */
export function pillRoom(edges: readonly { readonly slope: number }[], direction: Direction): number {
  if (direction === "TB") return pillHeight;
  return Math.max(0, ...edges.map(({ slope }) => pillWidth(pillText(slope))));
}

/** The local slopes, on the last stretch of every edge; those of one gap are moved apart. */
export function pills(edges: readonly DrawnEdge[], direction: Direction): string {
  const gaps = new Map<number, { edge: DrawnEdge; text: string; along: number; across: number }[]>();
  for (const edge of edges) {
    const [before, end] = edge.points.slice(-2) as [EdgePoint, EdgePoint];
    const pill = {
      edge,
      text: pillText(edge.slope),
      along: (before.end + end.start) / 2,
      across: (before.across + end.across) / 2,
    };
    gaps.set(end.start, [...(gaps.get(end.start) ?? []), pill]);
  }
  return [...gaps.values()]
    .flatMap((row) => {
      const sorted = row.sort((a, b) => a.across - b.across);
      const room = sorted.map(({ text }) => (direction === "LR" ? pillHeight : pillWidth(text)) + 2);
      const places = spread(
        sorted.map(({ across }) => across),
        room,
      );
      return sorted.map((pill, i) => ({ ...pill, across: places[i] as number }));
    })
    .map(({ edge: { from, to, index }, text, along, across }) => {
      const width = pillWidth(text);
      return element(
        "g",
        {
          class: "og-pill",
          "data-from": String(from),
          "data-to": String(to),
          "data-index": String(index),
          transform: `translate(${point(along, across, direction)})`,
        },
        element("rect", { x: -width / 2, y: -pillHeight / 2, width, height: pillHeight, rx: pillHeight / 2 }),
        textElement({ y: 4.5 }, text),
      );
    })
    .join("");
}
