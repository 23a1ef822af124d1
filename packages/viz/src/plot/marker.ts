import { coordinate } from "../text/number.js";
import type { Colour } from "../theme.js";

/** What tells one series or class from another: a colour, and, for eyes that see few of them, a shape and a dash. */
export interface Look {
  readonly colour: Colour;
  readonly dash: string | undefined;
  /** Corners of the marker around its middle, 1 being its radius; none for a circle. */
  readonly corners: readonly (readonly [number, number])[];
}

const looks: readonly Look[] = [
  { colour: "data", dash: undefined, corners: [] },
  {
    colour: "grad",
    dash: "8 4",
    corners: [
      [-0.9, -0.9],
      [0.9, -0.9],
      [0.9, 0.9],
      [-0.9, 0.9],
    ],
  },
  {
    colour: "slope",
    dash: "2 3",
    corners: [
      [0, -1.2],
      [1.1, 0.8],
      [-1.1, 0.8],
    ],
  },
  {
    colour: "fourth",
    dash: "10 3 2 3",
    corners: [
      [0, -1.3],
      [1.3, 0],
      [0, 1.3],
      [-1.3, 0],
    ],
  },
  {
    colour: "fifth",
    dash: "5 2",
    corners: [
      [0, 1.2],
      [1.1, -0.8],
      [-1.1, -0.8],
    ],
  },
];

/** The look of series or class `index`; the sixth looks like the first again. */
export function lookOf(index: number): Look {
  return looks[index % looks.length] as Look;
}

/** The path of a marker of this radius at (x, y). */
export function markerPath({ corners }: Look, x: number, y: number, radius: number): string {
  if (corners.length > 0) {
    const points = corners.map(([dx, dy]) => `${coordinate(x + dx * radius)},${coordinate(y + dy * radius)}`);
    return `M${points.join("L")}Z`;
  }
  const r = coordinate(radius);
  const half = (from: number) => `${coordinate(from)},${coordinate(y)}`;
  return `M${half(x - radius)}A${r},${r} 0 1 1 ${half(x + radius)}A${r},${r} 0 1 1 ${half(x - radius)}Z`;
}
