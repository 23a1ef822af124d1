import { onCircle } from "./angle.js";
import { checkClasses, type Dataset, type DatasetOptions, dataset } from "./dataset.js";

/** Options of `spiral`. */
export interface SpiralOptions extends DatasetOptions {
  /** How many arms, one class each; 2 by default. */
  classes?: number;
  /** How often an arm winds around the centre; 1 by default. Negative winds clockwise. */
  turns?: number;
}

/**
 * Arms that wind out of (0, 0) to radius 1, evenly spread around it; each arm is a class.
 *
 * Point i of an arm of m has radius (i + 1)/m and has turned by that part of `turns`. Sample i of the n belongs
 * to arm i modulo classes, so arms differ by one point at most. noise defaults to 0.05. Throws a RangeError if n is
 * not an integer >= 1, noise not a finite number >= 0, classes not an integer from 1 to n, or turns not finite.
 */
export function spiral({ noise = 0.05, classes = 2, turns = 1, ...options }: SpiralOptions = {}): Dataset {
  if (!Number.isFinite(turns)) {
    throw new RangeError(`spiral: turns is a finite number of windings; got ${turns}.`);
  }
  return dataset("spiral", { noise, ...options }, (n) => {
    checkClasses("spiral", classes, n);
    return Array.from({ length: n }, (_, i) => {
      const arm = i % classes;
      const radius = (Math.floor(i / classes) + 1) / Math.ceil((n - arm) / classes);
      const [x, y] = onCircle(2 * Math.PI * (arm / classes + turns * radius));
      return [radius * x, radius * y, arm];
    });
  });
}
