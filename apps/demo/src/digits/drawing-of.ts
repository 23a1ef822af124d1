import { type Bitmap, block, pixelSide, side } from "./bitmap.ts";

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
