import { type Scalar, sum, Value } from "@outgrad/engine";

/** A list of Values and numbers: an array, or a typed array of numbers. */
export type Row = ArrayLike<Scalar>;

/** One entry per sample, or one row per sample. */
export type Rows = ArrayLike<Scalar> | ArrayLike<Row>;

/** Whether something is a list rather than one Value or number. */
export const isRow = (found: unknown): found is Row =>
  typeof found === "object" && found !== null && !(found instanceof Value) && "length" in found;

/**
 * One row per sample, all of the same length >= 1; a flat list is read as rows of one entry. `what` says
 * whose list it is, for the errors: it is missing, empty or ragged, or holds what is no number.
 */
export function rowsOf(what: string, list: Rows): Row[] {
  if (!isRow(list)) throw new TypeError(`${what}: expected a list, got ${shown(list)}.`);
  if (list.length === 0) throw new RangeError(`${what}: the list is empty.`);
  const rows = Array.from(list as ArrayLike<Scalar | Row>, (entry) => (isRow(entry) ? entry : [entry]));
  const nested = isRow(list[0]);
  const width = (rows[0] as Row).length;
  if (width === 0) throw new RangeError(`${what}: row 0 is empty.`);
  rows.forEach((row, i) => {
    if (isRow(list[i]) !== nested)
      throw new TypeError(`${what}: rows and single entries are mixed, at ${i}.`);
    if (row.length !== width) {
      throw new RangeError(`${what}: row ${i} has length ${row.length}, the rows before have ${width}.`);
    }
    for (let j = 0; j < width; j++) {
      if (typeof row[j] === "number" || row[j] instanceof Value) continue;
      const hint = row[j] === undefined ? " Did a function forget to return?" : "";
      const place = nested ? `${i}, ${j}` : `${i}`;
      throw new TypeError(`${what}: expected a Value or a number at ${place}, got ${shown(row[j])}.${hint}`);
    }
  });
  return rows;
}

/** A Value as it is, a number as a constant. */
export const lifted = (entry: Scalar): Value => sum([entry]);

/** "3 by 2": how many rows, and how long. */
export const sizeOf = (rows: readonly Row[]): string => `${rows.length} by ${(rows[0] as Row).length}`;

/** Something that was passed, as an error message shows it. */
export function shown(found: unknown): string {
  if (isRow(found)) return `a list of ${found.length}`;
  if (typeof found === "object" && found !== null && "dtype" in found && "shape" in found) {
    return `a Tensor of ${shownShape(found.shape as number[])}`;
  }
  return typeof found === "string" ? JSON.stringify(found) : String(found);
}

/** `[2, 3]` */
export const shownShape = (shape: readonly number[]): string => `[${shape.join(", ")}]`;
