import { format } from "../../format.ts";
import { evenly, type Range } from "./range.ts";
import type { Point } from "./samples.ts";

/** One leaf, its number and its gradient. */
export interface Direction {
  readonly name: string;
  readonly x: number;
  readonly grad: number;
}

/** What a curve with its tangent shows; `kink` is the op on whose kink the point stands, if on one. */
export function curveSentence(
  { name, x, grad }: Direction,
  of: string,
  result: number,
  kink?: string,
): string {
  const here = `At ${name} = ${format(x)}, ${of} is ${format(result)}`;
  if (!Number.isFinite(result)) return `${here}: there is no tangent.`;
  if (!Number.isFinite(grad)) return `${here} and its slope ${format(grad)}: no straight line leads on.`;
  if (kink)
    return `${here}, on the kink of ${kink}: the line has the slope that backward chooses, ${format(grad)}.`;
  if (grad === 0) return `${here} and level: the tangent's slope is 0.`;
  return `${here} and ${grad > 0 ? "rises" : "falls"}: the tangent's slope is ${format(grad)}.`;
}

/** What contours with a gradient's arrow show. */
export function mapSentence(a: Direction, b: Direction, of: string, result: number): string {
  const here = `At ${a.name} = ${format(a.x)} and ${b.name} = ${format(b.x)}, ${of} is ${format(result)}`;
  const isKnown = [result, a.grad, b.grad].every(Number.isFinite);
  if (!isKnown) return `${here}: there is no direction uphill.`;
  if (a.grad === 0 && b.grad === 0) return `${here} and level in both directions.`;
  const ways = [a, b].filter(({ grad }) => grad !== 0);
  const words = ways.map(({ name, grad }) => `${grad > 0 ? "more" : "less"} ${name}`).join(" and ");
  return `${here}. Steepest uphill is ${words}: the gradient is (${format(a.grad)}, ${format(b.grad)}).`;
}

/** What the nudge by h shows, where it is large enough to be seen. */
export function secantSentence(h: number, slope: number): string {
  return `The dashed line through the point nudged by h = ${format(h)} has the slope ${format(slope)}.`;
}

/** A list of points as two columns. */
export function pointsTable(name: string, of: string, points: readonly Point[]): string {
  return aligned([[name, of], ...points.map(([x, y]) => [format(x), format(y)])]);
}

/** f at five places of each axis, the second axis upwards. */
export function fieldTable(
  f: (x: number, y: number) => number,
  [across, x]: readonly [name: string, range: Range],
  [up, y]: readonly [name: string, range: Range],
): string {
  const columns = evenly(x, 5);
  const rows = evenly(y, 5)
    .reverse()
    .map((b) => [format(b), ...columns.map((a) => format(f(a, b)))]);
  return aligned([[`${up} \\ ${across}`, ...columns.map((a) => format(a))], ...rows]);
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, i) => cell.padStart(widths[i] ?? 0)).join("  ")).join("\n");
}
