import type { EdgePoint } from "../layout/layout.js";
import { coordinate, formatNumber, withMinus } from "../text/number.js";
import { ems } from "../text/width.js";
import { type Attributes, element, textElement } from "../xml.js";

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

/** How long an edge is straight where it leaves a card: the arrowhead of a gradient needs it. */
const leave = 10;

/**
 * The curve: straight past the layers, bent only in the gaps between them, so that it crosses no card. Where it
 * leaves a card it is straight too, and for the last `level` pixels, where the slope stands.
 */
export function edgePath(points: readonly EdgePoint[], level: number, direction: Direction): string {
  const at = (along: number, across: number) => point(along, across, direction);
  const [first, ...rest] = points as readonly [EdgePoint, ...EdgePoint[]];
  const start = first.end + leave;
  let path = `M${at(first.end, first.across)}L${at(start, first.across)}`;
  let last = { end: start, across: first.across };
  for (const [i, next] of rest.entries()) {
    const isLast = i === rest.length - 1;
    const to = isLast ? next.start - level : next.start;
    const half = (last.end + to) / 2;
    path += `C${at(half, last.across)} ${at(half, next.across)} ${at(to, next.across)}L${at(next.end, next.across)}`;
    last = next;
  }
  return path;
}

/** An edge with its arrowhead: at the consumer; in the current step at the input, where the gradient goes. */
export function edge(drawn: DrawnEdge, level: number, direction: Direction): string {
  const { points, used } = drawn;
  const first = points[0] as EdgePoint;
  const end = points.at(-1) as EdgePoint;
  const head = used
    ? arrow(first.start, first.across, leave + 1, direction)
    : arrow(end.end, end.across, -7, direction);
  return element(
    "g",
    { class: used ? "og-edge og-used" : "og-edge", ...ends(drawn) },
    element("path", { class: "og-line", d: edgePath(points, level, direction) }),
    element("path", { class: "og-arrow", d: head }),
  );
}

function ends({ from, to, index }: DrawnEdge): Attributes {
  return { "data-from": String(from), "data-to": String(to), "data-index": String(index) };
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
/** Between a pill and the card: the arrowhead. */
const beforeCard = 11;

/**
 * The room for pills: how long the edges are straight before a card, and how far apart two of them end there. It
 * does not depend on the numbers, so that the drawing stays while they change; a wide pill reaches into the curve.
 */
export const pillRoom = {
  LR: { level: 58 + beforeCard, port: 23 },
  TB: { level: pillHeight + beforeCard, port: 80 },
} as const;

/** The local slope of an edge, right before the card, where no other edge comes. */
export function pill(drawn: DrawnEdge, direction: Direction): string {
  const { start, across } = drawn.points.at(-1) as EdgePoint;
  const text = `×${withMinus(shortNumber(drawn.slope))}`;
  const width = Math.ceil(ems(text) * 12 * 1.08) + 10;
  const along = start - beforeCard - (direction === "LR" ? width : pillHeight) / 2;
  return element(
    "g",
    { class: "og-pill", ...ends(drawn), transform: `translate(${point(along, across, direction)})` },
    element("rect", { x: -width / 2, y: -pillHeight / 2, width, height: pillHeight, rx: pillHeight / 2 }),
    textElement({ y: 4.5 }, text),
  );
}

/** Three digits, or two and an exponent where that is shorter. */
function shortNumber(x: number): string {
  const text = formatNumber(x, 3);
  return text.length <= 6 || !Number.isFinite(x) ? text : formatNumber(x, 2);
}
