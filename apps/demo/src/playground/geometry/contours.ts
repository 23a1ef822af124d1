import { evenly, type Range, ticks } from "./range.ts";
import { heights } from "./samples.ts";

/** Values at the corners of equal squares, row after row, the first row at the bottom. */
export interface Field {
  /** How many columns and rows. */
  readonly size: number;
  readonly values: readonly number[];
}

/** A line between two places, in parts of the field's width and height, from its lower left corner. */
export type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

/** Ever finer fields of f; in between, after each row, the last one that is complete. */
export function* fields(
  f: (x: number, y: number) => number,
  x: Range,
  y: Range,
): Generator<Field | undefined> {
  let complete: Field | undefined;
  for (const size of [13, 25, 57]) {
    const values: number[] = [];
    const across = evenly(x, size);
    for (const b of evenly(y, size)) {
      for (const a of across) values.push(f(a, b));
      yield complete;
    }
    complete = { size, values };
    yield complete;
  }
}

/** Round heights, seven to fourteen, between which most of the field lies. */
export function levelsOf({ values }: Field, always: number): number[] {
  const shown = heights(values, always);
  return shown ? ticks(shown, 14) : [];
}

/** Where the field is as high as `level`: straight lines through its squares. Squares with a missing value have none. */
export function contour({ size, values }: Field, level: number): Segment[] {
  const at = (column: number, row: number) => values[row * size + column] as number;
  const segments: Segment[] = [];
  for (let row = 0; row < size - 1; row++) {
    for (let column = 0; column < size - 1; column++) {
      const corners = [
        [column, row],
        [column + 1, row],
        [column + 1, row + 1],
        [column, row + 1],
      ] as const;
      const crossings = corners.flatMap((corner, i) => {
        const next = corners[(i + 1) % 4] as (typeof corners)[number];
        const share = crossing(at(...corner), at(...next), level);
        if (share === undefined) return [];
        return [
          [corner[0] + share * (next[0] - corner[0]), corner[1] + share * (next[1] - corner[1])] as const,
        ];
      });
      // Four crossings are a saddle; either pairing is as good as the other.
      for (let i = 0; i + 1 < crossings.length; i += 2) {
        const [[x1, y1], [x2, y2]] = [crossings[i], crossings[i + 1]] as [Corner, Corner];
        segments.push([x1 / (size - 1), y1 / (size - 1), x2 / (size - 1), y2 / (size - 1)]);
      }
    }
  }
  return segments;
}

type Corner = readonly [number, number];

/** Which part of the way from a to b the level lies, if it does. */
function crossing(a: number, b: number, level: number): number | undefined {
  if (!Number.isFinite(a) || !Number.isFinite(b) || a >= level === b >= level) return undefined;
  return (level - a) / (b - a);
}
