import type { Box } from "../plane.ts";

/** What the plot of a plane leaves around it for the numbers of the axes, in pixels. */
const margin = { left: 38, right: 10, top: 8, bottom: 26 } as const;

/** The square that shows a plane on the screen, in pixels; y grows downwards. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly side: number;
  readonly width: number;
  readonly height: number;
}

/** The frame in so much room. */
export function frameIn(room: number): Frame {
  const side = Math.max(120, room - margin.left - margin.right);
  const { left, top } = margin;
  return { left, top, side, width: room, height: top + side + margin.bottom };
}

/** Where a point of the plane is on the screen. */
export const placeOf = ({ x, y }: Box, { left, top, side }: Frame, px: number, py: number) => ({
  left: left + ((px - x[0]) / (x[1] - x[0])) * side,
  top: top + ((y[1] - py) / (y[1] - y[0])) * side,
});

/** Which point of the plane is at a place on the screen. */
export const pointAt = ({ x, y }: Box, { left, top, side }: Frame, atLeft: number, atTop: number) => ({
  x: x[0] + ((atLeft - left) / side) * (x[1] - x[0]),
  y: y[1] - ((atTop - top) / side) * (y[1] - y[0]),
});

/** The nearest of some points, by its index, and how far that is; null where there is none. */
export function nearestPoint(
  points: readonly (readonly number[])[],
  among: readonly number[],
  at: { readonly x: number; readonly y: number },
): { readonly index: number; readonly distance: number } | null {
  let best: { index: number; distance: number } | null = null;
  for (const index of among) {
    const [x = 0, y = 0] = points[index] ?? [];
    const distance = Math.sqrt((x - at.x) * (x - at.x) + (y - at.y) * (y - at.y));
    if (best === null || distance < best.distance) best = { index, distance };
  }
  return best;
}
