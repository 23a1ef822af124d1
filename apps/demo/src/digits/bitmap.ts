import { random } from "@outgrad/engine/random";

/** Cells of the grid that is drawn on, in each direction. */
export const side = 32;
/** Pixels of the picture that a network reads, in each direction; each counts the ink of 4 by 4 cells. */
export const pixelSide = 8;
const block = side / pixelSide;

/** A drawing: 32 rows of 32 cells, 1 with ink and 0 without. Never changed. */
export type Bitmap = Uint8Array;

export const blank: Bitmap = new Uint8Array(side * side);

/** Half the width of the pen, in cells: strokes are as wide as those of the data set. */
const nib = 1.9;

/** A drawing with a line of ink, or of paper, from the middle of one cell to that of another. */
export function withLine(
  bitmap: Bitmap,
  [x0, y0]: readonly [number, number],
  [x1, y1]: readonly [number, number],
  ink: 0 | 1,
): Bitmap {
  const result = bitmap.slice();
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length = dx * dx + dy * dy;
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / length));
      const [ex, ey] = [x - x0 - along * dx, y - y0 - along * dy];
      if (ex * ex + ey * ey <= nib * nib) result[side * y + x] = ink;
    }
  }
  return result;
}

/** The ink of each block of 4 by 4 cells, 0 to 16: how the pictures of the data set were made. */
export function inkOf(bitmap: Bitmap): Uint8Array {
  const ink = new Uint8Array(pixelSide * pixelSide);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++)
      ink[pixelOf(x, y)] = (ink[pixelOf(x, y)] as number) + (bitmap[side * y + x] as number);
  }
  return ink;
}

const pixelOf = (x: number, y: number): number => pixelSide * Math.floor(y / block) + Math.floor(x / block);

/**
 * A drawing that has this ink in its blocks, exactly: in each, the cells that would be darkest in a smooth picture.
 * Of the many drawings that a picture could come from, a likely one.
 */
export function drawingOf(ink: ArrayLike<number>): Bitmap {
  const bitmap = new Uint8Array(side * side);
  for (let pixel = 0; pixel < pixelSide * pixelSide; pixel++) {
    const [left, top] = [block * (pixel % pixelSide), block * Math.floor(pixel / pixelSide)];
    const cells = Array.from(
      { length: block * block },
      (_, i) => [left + (i % block), top + Math.floor(i / block)] as const,
    );
    const darkest = cells
      .map(([x, y]) => ({ cell: side * y + x, shade: shadeAt(ink, x, y) }))
      .sort((a, b) => b.shade - a.shade);
    for (const { cell } of darkest.slice(0, ink[pixel])) bitmap[cell] = 1;
  }
  return bitmap;
}

/** The ink at the middle of a cell, between the middles of the pixels around it. */
function shadeAt(ink: ArrayLike<number>, x: number, y: number): number {
  const [px, py] = [(x + 0.5) / block - 0.5, (y + 0.5) / block - 0.5];
  const [column, row] = [Math.floor(px), Math.floor(py)];
  const [u, v] = [px - column, py - row];
  const at = (c: number, r: number) =>
    c < 0 || r < 0 || c >= pixelSide || r >= pixelSide ? 0 : (ink[pixelSide * r + c] as number);
  return (
    (1 - v) * ((1 - u) * at(column, row) + u * at(column + 1, row)) +
    v * ((1 - u) * at(column, row + 1) + u * at(column + 1, row + 1))
  );
}

/** A drawing moved to the right and down; what leaves the grid is lost. */
export function moved(bitmap: Bitmap, right: number, down: number): Bitmap {
  return right === 0 && down === 0 ? bitmap : drawn((x, y) => at(bitmap, x - right, y - down));
}

/** A drawing as large as those of the data set: as high as the grid, in the middle, and no wider than it. */
export function fitted(bitmap: Bitmap): Bitmap {
  const cells = [...bitmap.keys()].filter((cell) => bitmap[cell] === 1);
  if (cells.length === 0) return bitmap;
  const [left, right] = extent(cells.map((cell) => cell % side));
  const [top, bottom] = extent(cells.map((cell) => Math.floor(cell / side)));
  const scale = Math.min(side / (bottom - top), widest / (right - left));
  // Where a cell comes from: its middle, seen from the middle of the grid, back to that of the ink.
  const from = (cell: number, low: number, high: number) =>
    Math.floor((cell + 0.5 - side / 2) / scale + (low + high) / 2);
  return drawn((x, y) => at(bitmap, from(x, left, right), from(y, top, bottom)));
}

/** Digits of the data set leave the first and the last columns free. */
const widest = 26;

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

const at = (bitmap: Bitmap, x: number, y: number): number =>
  x < 0 || y < 0 || x >= side || y >= side ? 0 : (bitmap[side * y + x] as number);

const drawn = (ink: (x: number, y: number) => number): Bitmap =>
  blank.map((_, cell) => ink(cell % side, Math.floor(cell / side)));

/** A drawing as text for an address: 8 cells a byte, in base64url. */
export function writeBitmap(bitmap: Bitmap): string {
  const bytes = Array.from({ length: bitmap.length / 8 }, (_, i) =>
    bitmap.subarray(8 * i, 8 * i + 8).reduce((byte, ink) => 2 * byte + ink, 0),
  );
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

/** Reads what `writeBitmap` writes; undefined for any other text. */
export function readBitmap(text: string): Bitmap | undefined {
  if (!/^[\w-]{171}$/.test(text)) return undefined;
  const bytes = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bitmap = blank.map((_, cell) => (bytes.charCodeAt(cell >> 3) >> (7 - (cell & 7))) & 1);
  return bitmap;
}

/** A drawing as a path, one unit a cell: each row's runs of ink. */
export function pathOf(bitmap: Bitmap): string {
  let path = "";
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      if (at(bitmap, x, y) === 0) continue;
      const start = x;
      while (at(bitmap, x, y) === 1) x++;
      path += `M${start},${y}h${x - start}v1h${start - x}z`;
    }
  }
  return path;
}
