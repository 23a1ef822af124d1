import type { Field } from "../state/fields.ts";

/** A point that a person put on the plane, with its class. */
export interface OwnPoint {
  readonly x: number;
  readonly y: number;
  readonly label: 0 | 1;
}

/** So many points fit in the address, whatever their numbers are. */
export const mostOwnPoints = 600;

/** Four significant digits: what a hand on a screen can mean, and short in the address. */
const rounded = (x: number): number => Number(x.toPrecision(4));

/** A point as it is kept: short numbers. */
export const ownPoint = (x: number, y: number, label: 0 | 1): OwnPoint => ({
  x: rounded(x),
  y: rounded(y),
  label,
});

const start: readonly OwnPoint[] = [
  ownPoint(-0.7, 0.5, 0),
  ownPoint(-0.4, 0.8, 0),
  ownPoint(-0.8, 0.1, 0),
  ownPoint(-0.3, 0.3, 0),
  ownPoint(0.6, -0.5, 1),
  ownPoint(0.3, -0.8, 1),
  ownPoint(0.8, -0.2, 1),
  ownPoint(0.2, -0.3, 1),
];

/** Own points as "x_y_class" with "*" between them: signs that an address keeps as they are. At least one. */
export const ownPoints: Field<readonly OwnPoint[]> = {
  initial: start,
  read(text) {
    const parts = text.split("*");
    if (parts.length > mostOwnPoints) return undefined;
    const points = parts.map(readPoint);
    return points.includes(undefined) ? undefined : (points as OwnPoint[]);
  },
  write: (points) => points.map(({ x, y, label }) => `${x}_${y}_${label}`).join("*"),
};

const decimal = /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function readPoint(text: string): OwnPoint | undefined {
  const [x = "", y = "", label, ...rest] = text.split("_");
  if (!decimal.test(x) || !decimal.test(y) || rest.length > 0) return undefined;
  if (label !== "0" && label !== "1") return undefined;
  const point = ownPoint(Number(x), Number(y), label === "1" ? 1 : 0);
  return Number.isFinite(point.x) && Number.isFinite(point.y) ? point : undefined;
}
