import { type Scalar, Value } from "@outgrad/engine";

/** A list of Values and numbers: an array, or a typed array of numbers. */
export type Row = ArrayLike<Scalar>;

/** One entry per sample, or one row per sample. */
export type Rows = ArrayLike<Scalar> | ArrayLike<Row>;

/** Whether something is a list rather than one Value or number. */
export const isRow = (found: unknown): found is Row =>
  typeof found === "object" && found !== null && !(found instanceof Value) && "length" in found;

/**
 * One row per sample, all of the same length >= 1; a flat list is read as rows of one entry. `what` says
 * whose list it is, for the errors: it is missing, empty or ragged.
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
  });
  return rows;
}

/** Something that was passed, as an error message shows it. */
export function shown(found: unknown): string {
  if (isRow(found)) return `a list of ${found.length}`;
  return typeof found === "string" ? JSON.stringify(found) : String(found);
}
