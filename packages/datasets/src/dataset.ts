import { type Random, random } from "@outgrad/engine/random";

/** Points of the plane with a class each. */
export interface Dataset {
  /** What made it: "moons", "circles", ... */
  readonly name: string;
  /** One [x, y] per sample, in random order. */
  readonly points: [x: number, y: number][];
  /** The class of each point: 0, 1, ... */
  readonly labels: number[];
}

/** What every generator of points takes. */
export interface DatasetOptions {
  /** How many points; 100 by default. */
  n?: number;
  /** Standard deviation of the normal noise added to x and to y, in the units of the points. */
  noise?: number;
  /** A safe integer or any string; 0 by default. The same seed gives the same points everywhere. */
  seed?: number | string;
}

/** A sample before noise. */
export type Sample = readonly [x: number, y: number, label: number];

/** Checks what was asked for, then shuffles the exact samples and adds noise. */
export function dataset(
  name: string,
  { n = 100, noise = 0, seed = 0 }: DatasetOptions,
  sample: (n: number) => Sample[],
): Dataset {
  if (!Number.isSafeInteger(n) || n < 1) {
    throw new RangeError(`${name}: n is the number of points, an integer >= 1; got ${n}.`);
  }
  if (!(noise >= 0 && noise < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`${name}: noise is a standard deviation, a finite number >= 0; got ${noise}.`);
  }
  const r: Random = random(seed);
  const samples = r.shuffle(sample(n));
  return {
    name,
    points: samples.map(([x, y]) => [r.normal(x, noise), r.normal(y, noise)]),
    labels: samples.map(([, , label]) => label),
  };
}

/** Throws unless `classes` is an integer from 1 to n, so that every class has a point. */
export function checkClasses(name: string, classes: number, n: number): void {
  if (!Number.isSafeInteger(classes) || classes < 1 || classes > n) {
    throw new RangeError(
      `${name}: classes is an integer from 1 to n, so that each has a point; got classes = ${classes}, n = ${n}.`,
    );
  }
}
