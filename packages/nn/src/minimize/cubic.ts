/** A function of one variable at one place: where, its value, its slope. */
export interface Trial {
  readonly step: number;
  readonly value: number;
  readonly slope: number;
}

/**
 * Where the cubic through two trials, with their slopes, has its minimum; NaN if it has none.
 * Source: Nocedal and Wright, Numerical Optimization (2006), formula 3.59.
 */
export function cubicMinimum(a: Trial, b: Trial): number {
  const width = b.step - a.step;
  const d1 = a.slope + b.slope - (3 * (b.value - a.value)) / width;
  const d2 = Math.sign(width) * Math.sqrt(d1 * d1 - a.slope * b.slope);
  return b.step - width * ((b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2));
}
