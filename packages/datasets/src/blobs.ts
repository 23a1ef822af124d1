import { onCircle } from "./angle.js";
import { checkClasses, type Dataset, type DatasetOptions, dataset } from "./dataset.js";

/** Options of `blobs`. */
export interface BlobsOptions extends DatasetOptions {
  /** How many blobs, one class each; 3 by default. */
  classes?: number;
}

/**
 * Round heaps of points, their centres evenly spread on the circle of radius 1; each heap is a class.
 *
 * Class 0 sits at (1, 0), the next ones follow anticlockwise. Sample i of the n belongs to class i modulo classes.
 * noise, the standard deviation of a heap, defaults to 0.2. Throws a RangeError if n is not an integer >= 1,
 * noise not a finite number >= 0, or classes not an integer from 1 to n.
 */
export function blobs({ noise = 0.2, classes = 3, ...options }: BlobsOptions = {}): Dataset {
  return dataset("blobs", { noise, ...options }, (n) => {
    checkClasses("blobs", classes, n);
    return Array.from({ length: n }, (_, i) => {
      const label = i % classes;
      return [...onCircle((2 * Math.PI * label) / classes), label];
    });
  });
}
