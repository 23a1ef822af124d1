/** The rectangle of a plot's data in pixels, and the ranges that it spans. */
export interface Plane {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly xRange: readonly [number, number];
  readonly yRange: readonly [number, number];
}

/** A point of the data. */
export interface PlanePoint {
  readonly x: number;
  readonly y: number;
}

/** The data at a pixel; undefined beside the rectangle. */
export function dataAt(plane: Plane, px: number, py: number): PlanePoint | undefined {
  const [u, v] = [(px - plane.left) / plane.width, 1 - (py - plane.top) / plane.height];
  if (!(u >= 0 && u <= 1 && v >= 0 && v <= 1)) return undefined;
  return { x: mix(plane.xRange, u), y: mix(plane.yRange, v) };
}

/** The pixel of a point. */
export function pixelOf(plane: Plane, { x, y }: PlanePoint): readonly [number, number] {
  const part = ([low, high]: readonly [number, number], value: number) => (value - low) / (high - low);
  return [
    plane.left + part(plane.xRange, x) * plane.width,
    plane.top + (1 - part(plane.yRange, y)) * plane.height,
  ];
}

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The point that an arrow key leads to: a fortieth of the range away, with `large` an eighth; never outside. */
export function moved(plane: Plane, from: PlanePoint, key: string, large: boolean): PlanePoint | undefined {
  const way = directions[key];
  if (way === undefined) return undefined;
  const part = large ? 1 / 8 : 1 / 40;
  const along = (range: readonly [number, number], value: number, by: number) =>
    Math.max(range[0], Math.min(range[1], value + by * part * (range[1] - range[0])));
  return { x: along(plane.xRange, from.x, way[0]), y: along(plane.yRange, from.y, way[1]) };
}

export const middleOf = ({ xRange, yRange }: Plane): PlanePoint => ({
  x: mix(xRange, 0.5),
  y: mix(yRange, 0.5),
});

function mix([low, high]: readonly [number, number], part: number): number {
  return low + part * (high - low);
}
