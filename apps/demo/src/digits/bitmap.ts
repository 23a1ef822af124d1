/** Cells of the grid that is drawn on, in each direction. */
export const side = 32;
/** Pixels of the picture that a network reads, in each direction; each counts the ink of 4 by 4 cells. */
export const pixelSide = 8;
export const block = side / pixelSide;

/** A drawing: 32 rows of 32 cells, 1 with ink and 0 without. Never changed. */
export type Bitmap = Uint8Array;

export const blank: Bitmap = new Uint8Array(side * side);

/** Half the width of the pen, in cells: strokes are as wide as those of the data set. */
const nib = 2.2;

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

/** Whether a cell has ink; those beyond the grid have none. */
export const bitmapAt = (bitmap: Bitmap, x: number, y: number): number =>
  x < 0 || y < 0 || x >= side || y >= side ? 0 : (bitmap[side * y + x] as number);

/** A drawing as a path, one unit a cell: each row's runs of ink. */
export function pathOf(bitmap: Bitmap): string {
  let path = "";
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      if (bitmapAt(bitmap, x, y) === 0) continue;
      const start = x;
      while (bitmapAt(bitmap, x, y) === 1) x++;
      path += `M${start},${y}h${x - start}v1h${start - x}z`;
    }
  }
  return path;
}
