import type { Curve } from "./curve.js";
import { agree, type Estimate, Extrapolation, unknown } from "./extrapolation.js";
import { probe } from "./probe.js";
import { exactly } from "./step.js";

/** What values of f around x tell about its slope there. */
export interface Slope extends Estimate {
  /** f(x). */
  readonly y: number;
  /** The slopes on the two sides; where they disagree f has a kink. */
  readonly left: Estimate;
  readonly right: Estimate;
  /** How much of the error is rounding. */
  readonly rounding: number;
  /** The slope of the steepest of the lines from x to the points that the value rests on. */
  readonly steepness: number;
  /** How noisy f is: what its values close to x scatter by, relative to the largest of them. */
  readonly noise: number;
}

/**
 * The slope of f at x by extrapolated differences, symmetric ones and those of the two sides, from one set of
 * values: f(x), six close to it and f(x + h), f(x - h) for h, h/2, h/4, ... until the error stops shrinking.
 *
 * Without h it starts with max(|x|, 1), and where that does not give 10 digits tries min(|x|, 1) too: the logarithm
 * of 1e-10 needs steps far below 1, the sine of 1e6 steps far below 1e6.
 */
export function slopeOf(f: Curve, x: number, h?: number): Slope {
  if (h !== undefined) return search(f, x, h);
  const size = Math.abs(x);
  const coarse = search(f, x, Math.max(size, 1));
  if (settled(coarse) || size === 0 || size === 1) return coarse;
  const fine = search(f, x, Math.min(size, 1));
  // Where they contradict each other the coarse one has stepped over something.
  return agree(coarse, fine) && coarse.error <= fine.error ? coarse : fine;
}

/** Whether the error is small beside the slope, or beside those of the lines that it was made from. */
function settled({ value, error, steepness }: Slope): boolean {
  return error <= 1e-10 * Math.max(Math.abs(value), steepness);
}

function search(f: Curve, x: number, scale: number): Slope {
  const y = f(x);
  const near = probe(f, x, y, scale);
  const left = new Extrapolation(2, near.left);
  const right = new Extrapolation(2, near.right);
  const across = new Extrapolation(4, near.across);
  let found: Slope = {
    ...unknown,
    y,
    left: unknown,
    right: unknown,
    rounding: 0,
    steepness: 0,
    noise: near.relativeNoise,
  };
  let flat = true;
  let stair = 0;
  let step = scale;
  for (let level = 0, idle = 0; level < levels && idle < patience; level++, step /= 2) {
    const h = exactly(x, step);
    const [up, down] = [f(x + h), f(x - h)];
    // f cannot know more than the last bit of its results, nor more than the last bit of x.
    const size = Math.max(Math.abs(y), Math.abs(up), Math.abs(down));
    const noise = 2 * Math.max(near.noise, ulp * Math.max(size, Math.abs(x * ((up - down) / h)) / 2));
    left.add((y - down) / h, (2 * noise) / h);
    right.add((up - y) / h, (2 * noise) / h);
    across.add((up - down) / h / 2, noise / h);

    const before = found;
    found = { ...found, ...combine(left, right, across) };
    if (found.value !== before.value) {
      found = { ...found, steepness: Math.max(Math.abs(up - y), Math.abs(down - y)) / h };
    }
    if (found.error < before.error) {
      idle = 0;
    } else if (settled(found) || flat) {
      idle++;
    }
    if (up === y && down === y) continue;
    flat = false;
    const rise = Math.max(Math.abs(up - y), Math.abs(down - y));
    stair = rise > 8 * ulp * size && rise < 1e-8 * size ? rise / h : 0;
  }
  // A plateau that ends in a tiny step is a stair of f's rounding, as wide as f's slope is small.
  return found.steepness === 0 && 2 * stair > found.error
    ? { ...found, error: 2 * stair, rounding: 2 * stair }
    : found;
}

/** The best of what the three tables say. Where the sides disagree, either may be meant: the error covers both. */
function combine(left: Extrapolation, right: Extrapolation, across: Extrapolation) {
  const [l, r] = [left.best, right.best];
  const half = Math.abs(r.value - l.value) / 2;
  const mean = { value: l.value + (r.value - l.value) / 2, error: l.error / 2 + r.error / 2 + half };
  const isSmooth = agree(l, r);
  const best =
    mean.error < across.best.error
      ? { ...mean, rounding: (left.rounding + right.rounding) / 2 }
      : { ...across.best, rounding: across.rounding };
  return { ...best, error: isSmooth ? best.error : Math.max(best.error, half), left: l, right: r };
}

const ulp = 2 ** -52;
/** Down to the distance at which the probe has already looked. */
const levels = 21;
/** Rounding outweighs what is gained when three levels in a row have gained nothing. */
const patience = 3;
