import { type Field, integer, number, oneOf, readFields, writeFields } from "../state/fields.ts";
import type { Bitmap } from "./bitmap.ts";
import { readBitmap, writeBitmap } from "./bitmap-text.ts";

/** How many pictures there are to test with. */
export const testCount = 297;

/** The picture that is looked at, and how. */
export interface PictureState {
  /** What was drawn; null while a test picture is as it came. */
  readonly drawn: Bitmap | null;
  /** The place of the test picture. */
  readonly test: number;
  /** Whether a drawing is made as large as the pictures of the data set. */
  readonly fit: boolean;
  /** How far it is moved, in cells. */
  readonly right: number;
  readonly down: number;
  /** The share of cells that are turned over. */
  readonly noise: number;
  /** The digit that it is wished to be read as. */
  readonly target: number;
}

const drawing: Field<Bitmap | null> = {
  initial: null,
  read: readBitmap,
  write: (bitmap) => (bitmap === null ? "" : writeBitmap(bitmap)),
};

const fields = {
  ink: drawing,
  test: integer(0, 0, testCount - 1),
  fit: oneOf(["yes", "no"], "yes"),
  right: integer(0, -16, 16),
  down: integer(0, -16, 16),
  noise: number(0, 0, 0.5),
  target: integer(3, 0, 9),
};

/** The picture that an address stands for; nonsense takes the initial value. */
export function readPicture(query: URLSearchParams): PictureState {
  const { ink, fit, ...others } = readFields(fields, query);
  return { ...others, drawn: ink, fit: fit === "yes" };
}

/** The address of a picture; that of a fresh page is empty. */
export function writePicture({ drawn, fit, ...others }: PictureState): URLSearchParams {
  return writeFields(fields, { ...others, ink: drawn, fit: fit ? "yes" : "no" });
}

/** The picture of a fresh page. */
export const startPicture = readPicture(new URLSearchParams());
