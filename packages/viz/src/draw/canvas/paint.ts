import { fonts, palette } from "../../theme.js";
import type { CardSize } from "../face.js";
import { cornerOf, margin, type Plan } from "../plan.js";
import { paintCard, paintFarCard } from "./card.js";
import type { Context2D } from "./context.js";
import { paintEdges, paintSlopes } from "./edges.js";

/** Which part of a picture a canvas shows, and how. */
export interface View {
  /** The point of the picture at the canvas's upper left corner, in the picture's pixels. */
  readonly x: number;
  readonly y: number;
  /** How many pixels of the canvas a pixel of the picture takes: 1 for real size, less from far away. */
  readonly scale: number;
  /** The size of the canvas, in the units of its context. */
  readonly width: number;
  readonly height: number;
  readonly theme: "light" | "dark";
  /** The id of a card to mark, as the mouse or the keyboard points to it. */
  readonly pointed?: number;
}

export type Colours = Readonly<Record<keyof typeof palette.light, string>>;

/** A canvas with what all painters of a view need. */
export interface Easel {
  readonly context: Context2D;
  readonly colours: Colours;
  readonly scale: number;
  /** From the picture, margin not included, to the canvas. */
  x(x: number): number;
  y(y: number): number;
  /** Sets the font; size in pixels of the canvas. */
  font(size: number, style?: string): void;
  /** Whether a rectangle of the picture is in view. */
  sees(left: number, top: number, right: number, bottom: number): boolean;
}

/** Paints what is in view: edges, then cards, then slopes. */
export function paintPlan(plan: Plan, context: Context2D, view: View): void {
  const easel = easelOf(context, view);
  const { scene, layout, roots } = plan;
  context.save();
  context.setLineDash([]);
  context.fillStyle = easel.colours.ground;
  context.fillRect(0, 0, view.width, view.height);
  paintEdges(plan, easel);
  const readable = isReadable(layout.card, view.scale);
  for (const [place, node] of scene.cards.entries()) {
    const [left, top] = cornerOf(plan, place);
    if (!easel.sees(left, top, left + layout.card.width, top + layout.card.height)) continue;
    const card = {
      node,
      scene,
      card: layout.card,
      shown: plan.shown,
      isRoot: roots.has(node.id),
      isPointed: node.id === view.pointed,
      left,
      top,
    };
    if (readable) paintCard(easel, card);
    else paintFarCard(easel, card);
  }
  if (view.scale >= 1) paintSlopes(plan, easel);
  context.restore();
}

/** Whether a line of text of 12 pixels has room on a card. */
function isReadable({ width, height }: CardSize, scale: number): boolean {
  return height * scale >= 20 && width * scale >= 56;
}

function easelOf(context: Context2D, { x, y, scale, width, height, theme }: View): Easel {
  const [left, top] = [x - margin, y - margin];
  return {
    context,
    colours: palette[theme],
    scale,
    x: (at) => (at - left) * scale,
    y: (at) => (at - top) * scale,
    font: (size, style = "") => {
      context.font = `${style} ${size}px ${fonts}`.trim();
    },
    sees: (l, t, r, b) => r >= left && l <= left + width / scale && b >= top && t <= top + height / scale,
  };
}
