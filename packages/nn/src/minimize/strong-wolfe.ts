import { cubicMinimum, type Trial } from "./cubic.js";

/** Of the decrease that the first slope promises, the part that a step must reach. */
export const sufficient = 1e-4;
/** Of the first slope, the part that may be left where a step ends. */
export const remaining = 0.9;

/**
 * Looks along a line that falls at `start` (step 0) for a step that meets the strong Wolfe conditions:
 * value <= start.value + 1e-4 · step · start.slope, and |slope| <= 0.9 · |start.slope|.
 *
 * Tries `first`, then longer steps until the line has turned, then between the best step and the nearest that is too
 * far. A value or slope that is not finite counts as too far. After `most` trials, or where rounding hides the fall, it
 * settles for the lowest that met the first condition; undefined if none did.
 *
 * Source: Nocedal and Wright, Numerical Optimization (2006), algorithms 3.5 and 3.6 in one loop.
 */
export function strongWolfe<T extends Trial>(
  at: (step: number) => T,
  start: T,
  first: number,
  most: number,
): T | undefined {
  let low = start;
  let high: T | undefined;
  let step = first;
  let [width, widthBefore] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let trials = 0; trials < most; trials++) {
    // Rounding of the value would hide a fall as small as this.
    if (-step * start.slope < Math.abs(start.value) * 2 ** -53) break;
    const trial = at(step);
    const before = low;
    const enough = trial.value <= start.value + sufficient * step * start.slope;
    if (!(enough && trial.value < low.value && isFiniteTrial(trial))) {
      high = trial;
    } else {
      if (Math.abs(trial.slope) <= -remaining * start.slope) return trial;
      // The line falls from the lowest trial towards the other end.
      const towards = high === undefined ? 1 : high.step - low.step;
      if (trial.slope * towards >= 0) high = low;
      low = trial;
    }
    if (high === undefined) {
      step = beyond(before, low);
    } else {
      const now = Math.abs(high.step - low.step);
      step = now > 0.66 * widthBefore ? middle(low, high) : between(low, high);
      [width, widthBefore] = [now, width];
    }
  }
  return low === start ? undefined : low;
}

/** Whether a step may end there. */
export const isFiniteTrial = ({ value, slope }: Trial): boolean =>
  Number.isFinite(value) && Number.isFinite(slope);

const middle = (a: Trial, b: Trial): number => a.step + (b.step - a.step) / 2;

/** Where the trials say that the minimum is, at least twice as far as the last and at most ten times. */
function beyond(before: Trial, last: Trial): number {
  const guess = cubicMinimum(before, last);
  return guess > last.step ? Math.min(Math.max(guess, 2 * last.step), 10 * last.step) : 10 * last.step;
}

/** Where the trials say that the minimum is, clear of both; half-way if they do not say. */
function between(low: Trial, high: Trial): number {
  const guess = cubicMinimum(low, high);
  const margin = 0.01 * Math.abs(high.step - low.step);
  const least = Math.min(low.step, high.step) + margin;
  const most = Math.max(low.step, high.step) - margin;
  return Number.isNaN(guess) || !isFiniteTrial(high)
    ? middle(low, high)
    : Math.min(Math.max(guess, least), most);
}
