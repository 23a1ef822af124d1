import { onCircle } from "./angle.js";
import { type Dataset, type DatasetOptions, dataset, type Sample } from "./dataset.js";

/** Options of `circles`. */
export interface CirclesOptions extends DatasetOptions {
  /** Radius of the inner circle, in [0, 1); the outer one has radius 1. 0.5 by default. */
  factor?: number;
}

/**
 * A circle inside a circle, both around (0, 0).
 *
 * As scikit-learn's make_circles: label 0 is the outer circle, with ⌊n/2⌋ points, label 1 the inner one, with
 * the rest; points are evenly spaced before noise. noise defaults to 0.1. Throws a RangeError if n is not an
 * integer >= 1, noise not a finite number >= 0, or factor not in [0, 1).
 */
export function circles({ noise = 0.1, factor = 0.5, ...options }: CirclesOptions = {}): Dataset {
  if (!(factor >= 0 && factor < 1)) {
    throw new RangeError(`circles: factor is the inner radius, a number in [0, 1); got ${factor}.`);
  }
  const circle = (count: number, radius: number, label: number) =>
    Array.from({ length: count }, (_, i): Sample => {
      const [x, y] = onCircle((2 * Math.PI * i) / count);
      return [radius * x, radius * y, label];
    });
  return dataset("circles", { noise, ...options }, (n) => {
    const outer = Math.floor(n / 2);
    return [...circle(outer, 1, 0), ...circle(n - outer, factor, 1)];
  });
}
