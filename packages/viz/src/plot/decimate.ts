/** A point of a curve: where it is, and NaN where there is a gap. */
export type Point = readonly [x: number, y: number];

/**
 * The same picture with fewer points: of each pixel column the lowest and the highest, in their order, so that no
 * spike is lost. A gap stays a gap. Short curves come back as they are.
 */
export function decimate(points: readonly Point[]): readonly Point[] {
  const columns = new Set(points.map(([x]) => Math.floor(x))).size;
  if (points.length <= 2 * columns) return points;
  const kept: Point[] = [];
  for (let i = 0; i < points.length; ) {
    const column = Math.floor((points[i] as Point)[0]);
    let [low, high, gap] = [-1, -1, -1];
    for (; i < points.length; i++) {
      const [x, y] = points[i] as Point;
      if (Math.floor(x) !== column) break;
      if (Number.isNaN(y)) gap = i;
      else {
        if (low < 0 || y < (points[low] as Point)[1]) low = i;
        if (high < 0 || y > (points[high] as Point)[1]) high = i;
      }
    }
    const chosen = [...new Set([low, high, gap])].filter((index) => index >= 0).sort((a, b) => a - b);
    for (const index of chosen) kept.push(points[index] as Point);
  }
  return kept;
}
