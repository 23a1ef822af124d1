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

/** The field with its outermost cells once more around it. */
function pad({ columns, rows, values }: Field): Field & { values: number[] } {
  const wider: number[] = [];
  for (let row = -1; row <= rows; row++) {
    const from = Math.min(rows - 1, Math.max(0, row)) * columns;
    for (let column = -1; column <= columns; column++) {
      wider.push(values[from + Math.min(columns - 1, Math.max(0, column))] as number);
    }
  }
  return { columns: columns + 2, rows: rows + 2, values: wider };
}
