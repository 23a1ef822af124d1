/** A pixel is 0, 1 or 2 for class 0, the surer the larger, 3 to 5 for class 1, and this between them. */
const border = 6;

/**
 * The picture of scores on a square grid, rows from low y to high y, as pixels from the top down: between the cells the
 * scores are straight lines. The surer the network is, the stronger the shade: by thirds of the largest score.
 */
export function shade(scores: ArrayLike<number>, size: number, side: number): Uint8Array {
  const fine = smooth(scores, size, side);
  let most = 0;
  for (const score of fine) if (Number.isFinite(score)) most = Math.max(most, Math.abs(score));
  const pixels = new Uint8Array(side * side);
  for (let i = 0; i < pixels.length; i++) {
    const score = fine[i] as number;
    const isOne = score > 0;
    const right = (i + 1) % side === 0 ? isOne : (fine[i + 1] as number) > 0;
    const below = i + side >= pixels.length ? isOne : (fine[i + side] as number) > 0;
    const strength = most > 0 ? Math.min(2, Math.floor((3 * Math.abs(score)) / most)) : 0;
    pixels[i] = right !== isOne || below !== isOne ? border : (isOne ? 3 : 0) + (strength || 0);
  }
  return pixels;
}

function smooth(scores: ArrayLike<number>, size: number, side: number): Float64Array {
  const fine = new Float64Array(side * side);
  const cells = Array.from({ length: side }, (_, i) => cellAt(i, size, side));
  for (let row = 0; row < side; row++) {
    const [low, part] = cells[side - 1 - row] as Cell;
    const [from, to] = [low * size, Math.min(size - 1, low + 1) * size];
    for (let column = 0; column < side; column++) {
      const [left, share] = cells[column] as Cell;
      const right = Math.min(size - 1, left + 1);
      const lower = mix(scores[from + left] as number, scores[from + right] as number, share);
      const upper = mix(scores[to + left] as number, scores[to + right] as number, share);
      fine[row * side + column] = mix(lower, upper, part);
    }
  }
  return fine;
}

type Cell = readonly [before: number, share: number];

/** The cell whose middle is at or before a pixel's, and how far on to the next one the pixel is. */
function cellAt(pixel: number, size: number, side: number): Cell {
  const at = Math.max(0, Math.min(size - 1, ((pixel + 0.5) * size) / side - 0.5));
  const before = Math.floor(at);
  return [before, at - before];
}

const mix = (a: number, b: number, share: number) => a + (b - a) * share;
