import { onCircle, spaced } from "./angle.js";
import { type Dataset, type DatasetOptions, dataset, type Sample } from "./dataset.js";

/**
 * Two half circles of radius 1 that reach into each other: no straight line separates them.
 *
 * As scikit-learn's make_moons: label 0 is the upper moon around (0, 0), with ⌊n/2⌋ points, label 1 the lower
 * moon around (1, 0.5), with the rest; each moon's points are evenly spaced before noise. noise defaults
 * to 0.1. Throws a RangeError if n is not an integer >= 1 or noise is not a finite number >= 0.
 *
 * @example
 * const { points, labels } = moons({ n: 200, noise: 0.1, seed: 1337 });
 * points.length // => 200
 */
export function moons({ noise = 0.1, ...options }: DatasetOptions = {}): Dataset {
  return dataset("moons", { noise, ...options }, (n) => {
    const upper = Math.floor(n / 2);
    return [
      ...spaced(0, Math.PI, upper).map((angle): Sample => [...onCircle(angle), 0]),
      ...spaced(0, Math.PI, n - upper).map((angle): Sample => {
        const [x, y] = onCircle(angle);
        return [1 - x, 0.5 - y, 1];
      }),
    ];
  });
}
