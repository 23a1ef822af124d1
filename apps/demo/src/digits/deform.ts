import { random } from "@outgrad/engine/random";
import { type Bitmap, bitmapAt, blank, side } from "./bitmap.ts";

/** A drawing moved to the right and down; what leaves the grid is lost. */
export function moved(bitmap: Bitmap, right: number, down: number): Bitmap {
  return right === 0 && down === 0 ? bitmap : drawn((x, y) => bitmapAt(bitmap, x - right, y - down));
}

/** A drawing as large as those of the data set: as high as the grid, in the middle, and no wider than it. */
export function fitted(bitmap: Bitmap): Bitmap {
  const cells = [...bitmap.keys()].filter((cell) => bitmap[cell] === 1);
  if (cells.length === 0) return bitmap;
  const [left, right] = extent(cells.map((cell) => cell % side));
  const [top, bottom] = extent(cells.map((cell) => Math.floor(cell / side)));
  const scale = Math.min(largest, side / (bottom - top), widest / (right - left));
  // Where a cell comes from: its middle, seen from the middle of the grid, back to that of the ink.
  const from = (cell: number, low: number, high: number) =>
    Math.floor((cell + 0.5 - side / 2) / scale + (low + high) / 2);
  return drawn((x, y) => bitmapAt(bitmap, from(x, left, right), from(y, top, bottom)));
}

/** Digits of the data set leave the first and the last columns free. */
const widest = 26;

/** A dot is no digit: nothing grows more than this. */
const largest = 2.5;

const extent = (places: readonly number[]): readonly [from: number, to: number] => [
  places.reduce((a, b) => Math.min(a, b)),
  places.reduce((a, b) => Math.max(a, b)) + 1,
];

/** A drawing with this share of its cells turned over, the same ones every time: more noise keeps those of less. */
export function noisy(bitmap: Bitmap, share: number): Bitmap {
  return share === 0 ? bitmap : bitmap.map((ink, cell) => ((dice[cell] as number) < share ? 1 - ink : ink));
}

const dice = (() => {
  const stream = random("noise");
  return Float64Array.from(blank, () => stream.uniform());
})();

const drawn = (ink: (x: number, y: number) => number): Bitmap =>
  blank.map((_, cell) => ink(cell % side, Math.floor(cell / side)));
