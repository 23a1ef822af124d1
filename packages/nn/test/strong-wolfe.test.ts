import fc from "fast-check";
import { expect, test } from "vitest";
import { cubicMinimum, type Trial } from "../src/minimize/cubic.js";
import { remaining, strongWolfe, sufficient } from "../src/minimize/strong-wolfe.js";

/** f as trials, and how many there were. */
function line(f: (t: number) => [value: number, slope: number]) {
  const trials: Trial[] = [];
  const at = (step: number): Trial => {
    const [value, slope] = f(step);
    trials.push({ step, value, slope });
    return { step, value, slope };
  };
  const [value, slope] = f(0);
  return { at, start: { step: 0, value, slope }, trials };
}

const meets = (start: Trial, { step, value, slope }: Trial) =>
  value <= start.value + sufficient * step * start.slope && Math.abs(slope) <= -remaining * start.slope;

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const wave = fc.record({ height: number(-3, 3), pitch: number(0.1, 8), phase: number(0, 6) });

test("every step it gives meets the strong Wolfe conditions, on random smooth functions", () => {
  let [searches, most] = [0, 0];
  fc.assert(
    fc.property(
      fc.array(wave, { maxLength: 4 }),
      number(1e-3, 5),
      number(-5, 5),
      number(-3, 3),
      (waves, bend, tilt, log) => {
        // Waves on a parabola: bounded below, with many minima.
        const { at, start, trials } = line((t) => [
          waves.reduce(
            (y, { height, pitch, phase }) => y + height * Math.sin(pitch * t + phase),
            bend * t * t + tilt * t,
          ),
          waves.reduce(
            (y, { height, pitch, phase }) => y + height * pitch * Math.cos(pitch * t + phase),
            2 * bend * t + tilt,
          ),
        ]);
        fc.pre(start.slope < -1e-3);
        const found = strongWolfe(at, start, 10 ** log, 60);
        expect(found).toBeDefined();
        expect(meets(start, found as Trial)).toBe(true);
        expect(trials.at(-1)).toEqual(found);
        searches++;
        most = Math.max(most, trials.length);
      },
    ),
    { seed: 3, numRuns: 3000, endOnFailure: true },
  );
  expect(searches).toBe(3000);
  expect(most).toBeLessThanOrEqual(25);
});

test("a first step that meets the conditions is taken at once", () => {
  const { at, start, trials } = line((t) => [(t - 1) ** 2, 2 * (t - 1)]);
  expect(strongWolfe(at, start, 1, 25)).toEqual({ step: 1, value: 0, slope: 0 });
  expect(trials).toHaveLength(1);
});

test("on a parabola the second trial is the minimum, from steps that are too long", () => {
  for (const first of [2.5, 30, 99]) {
    const { at, start, trials } = line((t) => [(t - 1) ** 2, 2 * (t - 1)]);
    expect(strongWolfe(at, start, first, 25)?.step).toBeCloseTo(1, 12);
    expect(trials).toHaveLength(2);
  }
});

test("a step that is much too short grows tenfold at most", () => {
  const { at, start, trials } = line((t) => [(t - 1000) ** 2, 2 * (t - 1000)]);
  expect(meets(start, strongWolfe(at, start, 1e-3, 25) as Trial)).toBe(true);
  trials.slice(1).forEach(({ step }, i) => {
    expect(step / (trials[i] as Trial).step).toBeLessThanOrEqual(10);
    expect(step / (trials[i] as Trial).step).toBeGreaterThanOrEqual(2);
  });
});

test("NaN and infinities count as too far", () => {
  for (const wall of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
    const { at, start } = line((t) => (t > 0.001 ? [wall, wall] : [(t - 0.0005) ** 2, 2 * (t - 0.0005)]));
    expect(meets(start, strongWolfe(at, start, 1, 25) as Trial)).toBe(true);
  }
});

test("of a line that falls for ever it gives the lowest place, after `most` trials", () => {
  const { at, start, trials } = line((t) => [-t, -1]);
  expect(strongWolfe(at, start, 1, 4)).toEqual({ step: 1000, value: -1000, slope: -1 });
  expect(trials).toHaveLength(4);
});

test("of a line that only climbs, whatever its slope says, it gives nothing", () => {
  const { at, start, trials } = line((t) => [t, -1]);
  expect(strongWolfe(at, start, 1, 25)).toBeUndefined();
  expect(trials).toHaveLength(25);
});

test("where rounding hides the fall, it stops at once", () => {
  const { at, start, trials } = line((t) => [1e6 + 1e-12 * (t - 1) ** 2, 2e-12 * (t - 1)]);
  expect(strongWolfe(at, start, 1, 25)).toBeUndefined();
  expect(trials).toHaveLength(0);
});

test("without trials it gives nothing", () => {
  const { at, start } = line((t) => [(t - 1) ** 2, 2 * (t - 1)]);
  expect(strongWolfe(at, start, 1, 0)).toBeUndefined();
});

test("cubicMinimum finds the minimum of a cubic from any two of its trials, and NaN where there is none", () => {
  // t³ - 3t has its minimum at 1.
  const cubic = (step: number): Trial => ({ step, value: step ** 3 - 3 * step, slope: 3 * step ** 2 - 3 });
  for (const [a, b] of [
    [0, 2],
    [2, 0],
    [-0.5, 0.25],
    [3, 0.9],
  ] as const) {
    expect(cubicMinimum(cubic(a), cubic(b))).toBeCloseTo(1, 12);
  }
  const rising = (step: number): Trial => ({ step, value: step ** 3 + step, slope: 3 * step ** 2 + 1 });
  expect(cubicMinimum(rising(0), rising(1))).toBeNaN();
});
