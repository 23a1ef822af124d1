import { contours } from "d3-contour";
import { coordinate } from "../text/number.js";

/** Numbers at the middles of equal cells, row after row, the first row at the bottom. */
export interface Field {
  readonly columns: number;
  readonly rows: number;
  readonly values: ArrayLike<number>;
}

/**
 * Where the field is at least `level`, as a closed path in a box of this size. The path runs outside the box where
 * the region goes on there, so that, clipped to the box, its line is the border of the region and nothing else.
 */
export function regionPath(field: Field, level: number, width: number, height: number): string {
  const padded = pad(field);
  const shape = contours().size([padded.columns, padded.rows]).contour(padded.values, level);
  const [wide, high] = [width / field.columns, height / field.rows];
  // Contours have their first row at the top, as images do; here y grows upwards.
  const at = ([x = 0, y = 0]: readonly number[]) =>
    `${coordinate((x - 1) * wide)},${coordinate(height - (y - 1) * high)}`;
  return shape.coordinates.flatMap((rings) => rings.map((ring) => `M${ring.map(at).join("L")}Z`)).join("");
}

/** The field with one cell more on every side, going on as straight as it comes. */
function pad({ columns, rows, values }: Field): Field & { values: number[] } {
  const lines = Array.from({ length: rows }, (_, row) =>
    longer(
      Array.from({ length: columns }, (_, column) => values[row * columns + column] as number),
      goOn,
    ),
  );
  const wider = longer(lines, (line, before) => line.map((value, i) => goOn(value, before[i] as number)));
  return { columns: columns + 2, rows: rows + 2, values: wider.flat() };
}

/** The list with one more before and one more after, each made of the outermost and the one next to it. */
function longer<T>(list: readonly T[], next: (outermost: T, before: T) => T): T[] {
  const [first, second = first, beforeLast = first, last = first] = [
    list[0],
    list[1],
    list.at(-2),
    list.at(-1),
  ] as T[];
  return [next(first as T, second as T), ...list, next(last as T, beforeLast as T)];
}

function goOn(outermost: number, before: number): number {
  const next = 2 * outermost - before;
  return Number.isFinite(next) ? next : outermost;
}
