import type { Layout } from "../../layout/layout.js";
import { type DrawnEdge, headOf, type Pen, pillOf, walkEdge } from "../edges.js";
import type { Plan } from "../plan.js";
import { ordered } from "../svg.js";
import { rounded } from "./card.js";
import type { Easel } from "./paint.js";

/** The time to stroke a path grows faster than the path. */
const atOnce = 200;

/** Strokes fewer at a time where they look different; most look alike and make one path. */
export function paintEdges({ layout, edges }: Plan, easel: Easel): void {
  const { context, colours, scale } = easel;
  const isLR = layout.direction === "LR";
  const px = (along: number, across: number) => easel.x(isLR ? along : across);
  const py = (along: number, across: number) => easel.y(isLR ? across : along);
  const pen: Pen = {
    move: (a, c) => context.moveTo(px(a, c), py(a, c)),
    line: (a, c) => context.lineTo(px(a, c), py(a, c)),
    curve: (a1, c1, a2, c2, a, c) =>
      context.bezierCurveTo(px(a1, c1), py(a1, c1), px(a2, c2), py(a2, c2), px(a, c), py(a, c)),
  };
  const hasHeads = scale >= 0.35;
  const walk = scale < 0.25 ? walkStraight : walkEdge;
  for (const looks of alike(edges.filter((edge) => seesEdge(layout, edge.place, isLR, easel)))) {
    const [first] = looks as readonly [DrawnEdge, ...DrawnEdge[]];
    const { used, width, slope } = first;
    const colour = used ? colours.grad : width === undefined ? colours.line : colours.slope;
    context.strokeStyle = colour;
    context.fillStyle = colour;
    context.lineWidth = Math.max(0.5, (used ? 2.5 : (width ?? 1.5)) * scale);
    context.setLineDash(width !== undefined && slope < 0 ? [7 * scale, 4 * scale] : []);
    for (let i = 0; i < looks.length; i += atOnce) {
      context.beginPath();
      for (const { place } of looks.slice(i, i + atOnce)) walk(layout, place, layout.level, pen);
      context.stroke();
    }
    if (!hasHeads) continue;
    context.setLineDash([]);
    context.beginPath();
    for (const edge of looks) {
      const { tip, across, back, half } = headOf(layout, edge);
      pen.move(tip, across);
      pen.line(tip + back, across - half);
      pen.line(tip + back, across + half);
      context.closePath();
    }
    context.fill();
  }
  context.setLineDash([]);
}

/** From far away a curve looks like lines from layer to layer, which are painted sooner. */
function walkStraight({ starts, points }: Layout, edge: number, _level: number, pen: Pen): void {
  const [first, end] = [starts[edge] as number, starts[edge + 1] as number];
  pen.move(points[3 * first + 1] as number, points[3 * first + 2] as number);
  for (let p = first + 1; p < end; p++) pen.line(points[3 * p] as number, points[3 * p + 2] as number);
}

/** Edges that look alike, together; those in use at last. */
function alike(edges: readonly DrawnEdge[]): Iterable<readonly DrawnEdge[]> {
  const looks = new Map<string, DrawnEdge[]>();
  for (const edge of ordered(edges)) {
    const key = `${edge.used} ${edge.width?.toFixed(1)} ${edge.width !== undefined && edge.slope < 0}`;
    const those = looks.get(key) ?? [];
    those.push(edge);
    looks.set(key, those);
  }
  return looks.values();
}

/** Whether the rectangle around an edge is in view. */
function seesEdge({ starts, points }: Layout, edge: number, isLR: boolean, easel: Easel): boolean {
  const [first, end] = [starts[edge] as number, starts[edge + 1] as number];
  let [low, high] = [Infinity, -Infinity];
  for (let p = first; p < end; p++) {
    const across = points[3 * p + 2] as number;
    if (across < low) low = across;
    if (across > high) high = across;
  }
  const [from, to] = [points[3 * first] as number, points[3 * end - 2] as number];
  return isLR ? easel.sees(from, low - 8, to, high + 8) : easel.sees(low - 8, from, high + 8, to);
}

/** The slopes of the edges in view. */
export function paintSlopes({ layout, slopes }: Plan, easel: Easel): void {
  const { context, colours, scale, x, y } = easel;
  const isLR = layout.direction === "LR";
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineWidth = 1.25 * scale;
  easel.font(12 * scale, "600");
  for (const edge of slopes) {
    const { text, width, height, along, across } = pillOf(edge, layout, isLR ? "LR" : "TB");
    const [middleX, middleY] = isLR ? [along, across] : [across, along];
    const [left, top] = [middleX - width / 2, middleY - height / 2];
    if (!easel.sees(left, top, left + width, top + height)) continue;
    rounded(easel, left, top, width, height, height / 2);
    context.fillStyle = colours.ground;
    context.strokeStyle = colours.slope;
    context.fill();
    context.stroke();
    context.fillStyle = colours.slope;
    context.fillText(text, x(middleX), y(middleY + 0.5));
  }
}
