/**
 * A step for differences at x: about `fraction` of |x|, or of 1 where |x| is smaller, and such that x + h and
 * x - h are exactly representable. What is divided by is then what was moved: 0.1 + 1e-8 alone is off by 1e-17, which
 * costs a forward difference its ninth digit.
 */
export function stepFor(x: number, fraction: number): number {
  return exactly(x, fraction * Math.max(Math.abs(x), 1));
}

/** The step nearest to h that leads from x to exactly representable numbers on both sides, if h is below |x|. */
export function exactly(x: number, h: number): number {
  // Away from 0, where numbers may get coarser; towards 0 they never do.
  const size = Math.abs(x);
  return size + h - size;
}
