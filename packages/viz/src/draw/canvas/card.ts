import type { Vertex } from "../../graph/graph.js";
import { formatNumber, withMinus } from "../../text/number.js";
import { elide, ems } from "../../text/width.js";
import { barRects } from "../card.js";
import { badgeRoom, badgeWidth, type CardSize, type Face, faceOf, measures, type Shown } from "../face.js";
import { isKnown, type Scene } from "../scene.js";
import type { Easel } from "./paint.js";

/** A card to paint, its corner in the picture. */
export interface CardView {
  readonly node: Vertex;
  readonly scene: Scene;
  readonly card: CardSize;
  readonly shown: ReadonlySet<Shown>;
  readonly isRoot: boolean;
  readonly isPointed: boolean;
  readonly left: number;
  readonly top: number;
}

/** The least size of text, in pixels of the canvas. */
const least = 12;

/** A card with text: all of it at its real size or nearer, else the lines that have room. */
export function paintCard(easel: Easel, view: CardView): void {
  const { node, scene, card, shown } = view;
  ground(easel, view);
  const face = faceOf(node, scene, shown);
  if (easel.scale >= 1) whole(easel, view, face);
  else lines(easel, view, face, card);
}

function ground(easel: Easel, { node, scene, card, isRoot, isPointed, left, top }: CardView): void {
  const { context, colours, scale } = easel;
  const isCurrent = scene.current === node.id;
  const receives = scene.receives.has(node.id);
  context.fillStyle = isCurrent ? colours.active : node.isLeaf ? colours.leaf : colours.card;
  context.strokeStyle = isPointed ? colours.data : isCurrent || receives ? colours.grad : colours.line;
  context.lineWidth = Math.max(1, (isPointed || isCurrent || isRoot ? 2.5 : receives ? 2 : 1.25) * scale);
  const known = isKnown(scene, node);
  context.setLineDash(receives ? [6, 4] : node.isConstant ? [2, 3] : known ? [] : [4, 3]);
  rounded(easel, left, top, card.width, card.height, 8);
  context.fill();
  context.stroke();
  context.setLineDash([]);
}

/** A rectangle with round corners, as a path. */
export function rounded(
  { context, x, y, scale }: Easel,
  left: number,
  top: number,
  width: number,
  height: number,
  radius: number,
): void {
  const [l, t, r, b] = [x(left), y(top), x(left + width), y(top + height)];
  const round = radius * scale;
  // A quarter of a circle as a curve.
  const pull = round * 0.4477;
  context.beginPath();
  context.moveTo(l + round, t);
  context.lineTo(r - round, t);
  context.bezierCurveTo(r - pull, t, r, t + pull, r, t + round);
  context.lineTo(r, b - round);
  context.bezierCurveTo(r, b - pull, r - pull, b, r - round, b);
  context.lineTo(l + round, b);
  context.bezierCurveTo(l + pull, b, l, b - pull, l, b - round);
  context.lineTo(l, t + round);
  context.bezierCurveTo(l, t + pull, l + pull, t, l + round, t);
  context.closePath();
}

/** Everything that the card has, where it has it in SVG. */
function whole(easel: Easel, { card, left, top }: CardView, face: Face): void {
  const { context, colours, scale, x, y } = easel;
  const { padding, head, line, note, label } = measures;
  const write = (text: string, align: "left" | "right" | "center", atX: number, atY: number) => {
    context.textAlign = align;
    context.textBaseline = "alphabetic";
    context.fillText(text, x(left + atX), y(top + atY));
  };
  const right = card.width - padding;
  easel.font(label * scale, face.isNamed ? "600" : "italic");
  context.fillStyle = face.isNamed ? colours.ink : colours.muted;
  const room = (card.width - 2 * padding - badgeRoom(face.badge)) / label / 1.08;
  write(elide(face.title, room), "left", padding, 20);
  if (face.badge !== "") {
    const wide = badgeWidth(face.badge);
    context.fillStyle = colours.badge;
    rounded(easel, left + right + 2 - wide, top + 6, wide, 20, 10);
    context.fill();
    context.fillStyle = colours.onBadge;
    easel.font(least * scale, "600");
    write(face.badge, "center", right + 2 - wide / 2, 20);
  }
  easel.font(least * scale);
  context.fillStyle = colours.muted;
  const [noteLeft = "", noteRight = ""] = face.note ?? [];
  write(elide(noteLeft, (card.width - 2 * padding) / least / 1.08), "left", padding, head + 8);
  write(noteRight, "right", right, head + 8);
  for (const [i, row] of face.rows.entries()) {
    const atY = head + (face.note ? note : 0) + i * line + 13;
    easel.font(least * scale, row.waits ? "italic" : "");
    context.fillStyle = colours.muted;
    write(row.caption, "left", padding, atY);
    if (!row.waits) easel.font(13 * scale);
    context.fillStyle = row.waits ? colours.muted : colours[row.kind];
    write(row.text, "right", right, atY);
  }
  bars(easel, card, left, top, face);
}

function bars(
  { context, colours, x, y, scale }: Easel,
  card: CardSize,
  left: number,
  top: number,
  face: Face,
) {
  if (face.bar === undefined && face.bars.length === 0) return;
  const { track, bars: rects } = barRects(face, card);
  const fill = (rect: typeof track) =>
    context.fillRect(x(left + rect.x), y(top + rect.y), rect.width * scale, rect.height * scale);
  context.fillStyle = colours.faint;
  fill(track);
  context.fillStyle = colours.data;
  for (const rect of rects) fill(rect);
}

/** The name, then the numbers, one under the other, all of the least size. */
function lines(easel: Easel, { left, top, node }: CardView, face: Face, { width, height }: CardSize): void {
  const { context, colours, scale, x, y } = easel;
  const room = Math.floor((height * scale - 4) / (least + 3));
  const most = (width * scale - 8) / least / 1.08;
  const op = face.badge === "" ? "" : ` ${withMinus(face.badge)}`;
  const title = node.label === "" && face.badge !== "" ? face.badge : `${face.title}${op}`;
  const texts = [
    { text: title, colour: colours.ink },
    ...face.rows.map(({ text, kind, waits }) => ({ text, colour: waits ? colours.muted : colours[kind] })),
  ];
  if (room < 2) {
    const hasData = face.rows[0]?.kind === "data" && !face.rows[0].waits;
    const short = hasData ? [3, 2].map((digits) => withMinus(formatNumber(node.data, digits))) : [];
    oneLine(easel, [left, top], texts, short, most, { width, height });
    return;
  }
  const shown = texts.slice(0, room).map((line) => ({ ...line, text: elide(line.text, most) }));
  const start = y(top) + (height * scale - shown.length * (least + 3)) / 2;
  easel.font(least);
  context.textAlign = "left";
  context.textBaseline = "top";
  for (const [i, { text, colour }] of shown.entries()) {
    // A number that is cut would be another number.
    if (i > 0 && (text.endsWith("…") || ems(text) > most)) continue;
    context.fillStyle = colour;
    context.fillText(text, x(left) + 4, start + i * (least + 3) + 2);
  }
}

interface Line {
  readonly text: string;
  readonly colour: string;
}

/** The name, and behind it the first number, or the first of its short forms that has room. */
function oneLine(
  { context, font, x, y }: Easel,
  [left, top]: readonly [number, number],
  [name, number]: readonly Line[],
  short: readonly string[],
  most: number,
  { width, height }: CardSize,
): void {
  context.textBaseline = "middle";
  font(least);
  const write = ({ text, colour }: Line, align: "left" | "right", atX: number) => {
    context.fillStyle = colour;
    context.textAlign = align;
    context.fillText(text, x(atX), y(top + height / 2));
  };
  const pad = 4 / (x(1) - x(0));
  if (name) write({ ...name, text: elide(name.text, most) }, "left", left + pad);
  const fits = [number?.text ?? "", ...short].find((text) => ems(`${name?.text} ${text}`) <= most);
  if (fits && number) write({ ...number, text: fits }, "right", left + width - pad);
}

const kinds: Readonly<Record<string, "line" | "data" | "slope" | "fourth">> = {
  add: "data",
  sub: "data",
  neg: "data",
  mul: "slope",
  div: "slope",
  pow: "slope",
  reciprocal: "slope",
  square: "slope",
};

/** A card from far away: its colour says the kind of op, a minus or a plus the sign of its value. */
export function paintFarCard(
  easel: Easel,
  { node, scene, card, isRoot, isPointed, left, top }: CardView,
): void {
  const { context, colours, scale, x, y } = easel;
  const [l, t, width, height] = [x(left), y(top), card.width * scale, card.height * scale];
  const isCurrent = scene.current === node.id || isPointed;
  const colour = node.group
    ? colours.fifth
    : node.isLeaf
      ? colours.line
      : colours[kinds[node.op] ?? "fourth"];
  context.fillStyle = isKnown(scene, node) ? colour : colours.faint;
  context.fillRect(l, t, Math.max(1, width), Math.max(1, height));
  if (isCurrent || isRoot || scene.receives.has(node.id)) {
    context.strokeStyle = isCurrent ? colours.grad : colours.ink;
    context.lineWidth = 2;
    context.strokeRect(l, t, width, height);
  }
  if (height < 7 || !isKnown(scene, node) || Number.isNaN(node.data)) return;
  const half = Math.min(width, height) * 0.25;
  const [middleX, middleY] = [l + width / 2, t + height / 2];
  context.strokeStyle = colours.ground;
  context.lineWidth = Math.max(1, half * 0.4);
  context.beginPath();
  context.moveTo(middleX - half, middleY);
  context.lineTo(middleX + half, middleY);
  if (node.data > 0) {
    context.moveTo(middleX, middleY - half);
    context.lineTo(middleX, middleY + half);
  }
  if (node.data !== 0) context.stroke();
}
