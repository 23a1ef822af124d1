import type { Layout } from "../layout/layout.js";
import { coordinate, formatNumber, withMinus } from "../text/number.js";
import { ems } from "../text/width.js";
import { type Attributes, element, textElement } from "../xml.js";

/** From along and across the layers to x and y. */
export type Direction = "LR" | "TB";

/** An edge of the drawing: from a card to the argument `index` of another. */
export interface DrawnEdge {
  /** The ids of its ends. */
  readonly from: number;
  readonly to: number;
  readonly index: number;
  readonly slope: number;
  /** Its place in the layout. */
  readonly place: number;
  /** Whether the current step sends a gradient along it. */
  readonly used: boolean;
  /** Between groups, how wide it is: the larger the slope, the wider; undefined between values. */
  readonly width: number | undefined;
  /** How far apart the edges end that end at its card. */
  readonly port: number;
}

/** What draws a curve, in coordinates along and across. */
export interface Pen {
  move(along: number, across: number): void;
  line(along: number, across: number): void;
  curve(a1: number, c1: number, a2: number, c2: number, along: number, across: number): void;
}

/** How long an edge is straight where it leaves a card: the arrowhead of a gradient needs it. */
const leave = 10;

/**
 * The curve: straight past the layers, bent only in the gaps between them, so that it crosses no card. Where it
 * leaves a card it is straight too, and for the last `level` pixels, where the slope stands.
 */
export function walkEdge({ starts, points }: Layout, edge: number, level: number, pen: Pen): void {
  const [first, end] = [starts[edge] as number, starts[edge + 1] as number];
  let across = points[3 * first + 2] as number;
  let last = points[3 * first + 1] as number;
  pen.move(last, across);
  last += leave;
  pen.line(last, across);
  for (let p = first + 1; p < end; p++) {
    const start = points[3 * p] as number;
    const next = points[3 * p + 2] as number;
    const to = p === end - 1 ? start - level : start;
    const half = (last + to) / 2;
    pen.curve(half, across, half, next, to, next);
    last = points[3 * p + 1] as number;
    across = next;
    pen.line(last, across);
  }
}

/** A pen that writes an SVG path. */
class PathPen implements Pen {
  path = "";
  private readonly direction: Direction;

  constructor(direction: Direction) {
    this.direction = direction;
  }

  private at(along: number, across: number): string {
    return point(along, across, this.direction);
  }

  move(along: number, across: number): void {
    this.path += `M${this.at(along, across)}`;
  }

  line(along: number, across: number): void {
    this.path += `L${this.at(along, across)}`;
  }

  curve(a1: number, c1: number, a2: number, c2: number, along: number, across: number): void {
    this.path += `C${this.at(a1, c1)} ${this.at(a2, c2)} ${this.at(along, across)}`;
  }
}

const point = (along: number, across: number, direction: Direction) =>
  direction === "LR"
    ? `${coordinate(along)},${coordinate(across)}`
    : `${coordinate(across)},${coordinate(along)}`;

/** How far before its tip an arrowhead ends. */
const headLength = 7;

/** Where the head of an edge points, how long it is towards its tip, and what lies across: for every painter. */
export function headOf({ starts, points }: Layout, { place, used, width = 0 }: DrawnEdge) {
  const first = starts[place] as number;
  const last = (starts[place + 1] as number) - 1;
  const half = (used ? leave + 1 : Math.max(headLength, width + 2)) / 2;
  return used
    ? { tip: points[3 * first] as number, across: points[3 * first + 2] as number, back: leave + 1, half }
    : {
        tip: points[3 * last + 1] as number,
        across: points[3 * last + 2] as number,
        back: -headLength,
        half,
      };
}

/** An edge with its arrowhead: at the consumer; in the current step at the input, where the gradient goes. */
export function edge(drawn: DrawnEdge, layout: Layout, level: number, direction: Direction): string {
  const pen = new PathPen(direction);
  walkEdge(layout, drawn.place, level, pen);
  const { tip, across, back, half } = headOf(layout, drawn);
  const at = (along: number, aside: number) => point(along, aside, direction);
  const head = `M${at(tip, across)}L${at(tip + back, across - half)}L${at(tip + back, across + half)}Z`;
  const signed = drawn.width === undefined ? "" : drawn.slope < 0 ? " og-negative" : " og-weight";
  return element(
    "g",
    { class: `og-edge${drawn.used ? " og-used" : ""}${signed}`, ...ends(drawn) },
    element("path", {
      class: "og-line",
      d: pen.path,
      "stroke-width": drawn.width,
    }),
    element("path", { class: "og-arrow", d: head }),
  );
}

function ends({ from, to, index }: DrawnEdge): Attributes {
  return { "data-from": String(from), "data-to": String(to), "data-index": String(index) };
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

/** What a pill says, and how wide that makes it. */
export function slopeLabel(slope: number): { readonly text: string; readonly width: number } {
  const text = `×${withMinus(shortNumber(slope))}`;
  return { text, width: Math.ceil(ems(text) * 12 * 1.08) + 10 };
}

/** Where the pill of an edge stands, and what it says: the local slope, right before the card. */
export function pillOf(drawn: DrawnEdge, { starts, points }: Layout, direction: Direction) {
  const last = (starts[drawn.place + 1] as number) - 1;
  const { text, width } = slopeLabel(drawn.slope);
  const along = (points[3 * last] as number) - beforeCard - (direction === "LR" ? width : pillHeight) / 2;
  return { text, width, height: pillHeight, along, across: points[3 * last + 2] as number };
}

/** The local slope of an edge, right before the card, where no other edge comes. */
export function pill(drawn: DrawnEdge, layout: Layout, direction: Direction): string {
  const { text, width, height, along, across } = pillOf(drawn, layout, direction);
  return element(
    "g",
    { class: "og-pill", ...ends(drawn), transform: `translate(${point(along, across, direction)})` },
    element("rect", { x: -width / 2, y: -height / 2, width, height, rx: height / 2 }),
    textElement({ y: 4.5 }, text),
  );
}

/** Three digits, or two and an exponent where that is shorter. */
function shortNumber(x: number): string {
  const text = formatNumber(x, 3);
  return text.length <= 6 || !Number.isFinite(x) ? text : formatNumber(x, 2);
}
