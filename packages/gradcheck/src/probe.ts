import type { Curve } from "./curve.js";
import { type Estimate, unknown } from "./extrapolation.js";
import { exactly } from "./step.js";

/** What seven values of f very close to x tell. */
export interface Probe {
  /** How far f's values are off by rounding, as far as it shows. */
  readonly noise: number;
  /** The same, relative to the largest of the values. */
  readonly relativeNoise: number;
  /** Slopes on both sides and across, each with a wide but honest error. */
  readonly left: Estimate;
  readonly right: Estimate;
  readonly across: Estimate;
}

/**
 * Looks at f at x - 3d, ..., x + 3d, where d is 3e-7 of the scale: a few steps of float32, and no whole number of
 * them, so that a function which rounds to float32 on its way shows it.
 *
 * Fourth differences of a smooth function vanish there (d⁴ is 1e-26), so what they show is noise; independent
 * errors of size e make them sqrt(70) e on average. Source: R. W. Hamming, Numerical Methods for Scientists and
 * Engineers (1962), chapter 10; J. J. Moré and S. M. Wild, Estimating computational noise, SIAM J. Sci. Comput. 33 (2011).
 */
export function probe(f: Curve, x: number, y: number, scale: number): Probe {
  const d = exactly(x, Math.max(3.1e-7 * scale, 1e-14 * Math.abs(x)));
  const v = [-3, -2, -1, 0, 1, 2, 3].map((k) => (k === 0 ? y : f(x + k * d)));
  const at = (k: number): number => v[k + 3] as number;

  const fourth = [-1, 0, 1].map(
    (k) => Math.abs(at(k - 2) + at(k + 2) - 4 * (at(k - 1) + at(k + 1)) + 6 * at(k)) / Math.sqrt(70),
  );
  const noise = Math.max(...fourth, 2 ** -53 * Math.abs(y));
  if (!Number.isFinite(noise)) {
    return { noise: 0, relativeNoise: 0, left: unknown, right: unknown, across: unknown };
  }

  const slope = (from: number, to: number) => (at(to) - at(from)) / ((to - from) * d);
  // Twice the change from one distance to three bounds what the distance still costs.
  const estimate = (value: number, closer: number): Estimate => ({
    value,
    error: 2 * Math.abs(value - closer) + (4 * noise) / d,
  });
  return {
    noise,
    relativeNoise: noise / Math.max(...v.map(Math.abs)),
    left: estimate(slope(-3, 0), slope(-1, 0)),
    right: estimate(slope(0, 3), slope(0, 1)),
    across: estimate(slope(-3, 3), slope(-1, 1)),
  };
}
