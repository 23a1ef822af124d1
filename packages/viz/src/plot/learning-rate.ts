import { Drawing, toJson } from "../drawing.js";
import { checkOptions } from "../text/expected.js";
import { found, isList } from "../text/found.js";
import { formatNumber } from "../text/number.js";
import type { Theme } from "../theme.js";
import type { Point } from "./decimate.js";
import { curvesTable } from "./loss-curve.js";
import { lossCurveSvg } from "./loss-curve-svg.js";

/** What a learning-rate curve shows and how. */
export interface LearningRateCurveOptions {
  /** The rate of each step, or a function that says it: of 0, 1, 2, ... */
  readonly rates: ArrayLike<number> | ((step: number) => number);
  /** How many steps are drawn; all that have a rate if absent. A function needs it. */
  readonly steps?: number;
  /** A step to mark with a vertical line: where training stands. */
  readonly at?: number;
  /** Equal distances are equal differences ("linear", if absent) or equal factors ("log"; 0 is a gap). */
  readonly scale?: "linear" | "log";
  /** In pixels; 640 by 240 if absent, at least 200 by 120. */
  readonly width?: number;
  readonly height?: number;
  readonly theme?: Theme;
}

const xLabel = "step";
const yLabel = "learning rate";

const expected = {
  called: "learningRateCurve",
  example: "{ rates: [0.1, 0.05, 0.025] }",
  choices: { scale: ["linear", "log"] },
};

/**
 * The learning rate over the steps of a training run, as a schedule sets it.
 *
 * @throws TypeError for options of another shape; RangeError unless steps is a whole number from 1 and, for a list, at
 * most as many as it has.
 */
export function learningRateCurve(options: LearningRateCurveOptions): Drawing {
  checkOptions(expected, options);
  const values = read(options);
  const curves = [{ name: yLabel, points: values.map((rate, step): Point => [step, rate]) }];
  const words = sentence(values);
  return new Drawing({
    svg: () => lossCurveSvg(curves, [words], { ...options, height: options.height ?? 240, xLabel, yLabel }),
    text: () => `${words}.`,
    table: () => curvesTable(curves, xLabel),
    json: () => toJson(values),
  });
}

function read({ rates, steps }: LearningRateCurveOptions): number[] {
  if (typeof rates !== "function" && !isList(rates)) {
    const right = `as in learningRateCurve(${expected.example})`;
    throw new TypeError(
      `learningRateCurve: expected rates to be a list or a function of the step, ${right}; got ${found(rates)}.`,
    );
  }
  const most = typeof rates === "function" ? Number.MAX_SAFE_INTEGER : rates.length;
  const count = steps ?? (typeof rates === "function" ? undefined : most);
  if (count === undefined || !Number.isInteger(count) || count < 1 || count > most) {
    throw new RangeError(
      typeof rates === "function"
        ? `learningRateCurve: expected how many steps to ask the function for, a whole number from 1; got ${count}.`
        : `learningRateCurve: expected 1 to ${most} steps, as many as there are rates at most; got ${count}.`,
    );
  }
  return Array.from({ length: count }, (_, step) =>
    typeof rates === "function" ? rates(step) : (rates[step] as number),
  );
}

function sentence(rates: readonly number[]): string {
  const finite = rates.filter(Number.isFinite);
  const [first, last] = [rates[0] as number, rates.at(-1) as number];
  const count = rates.length === 1 ? "1 step" : `${rates.length} steps`;
  let most = finite[0] ?? Number.NaN;
  for (const rate of finite) most = Math.max(most, rate);
  const broken = rates.findIndex((rate) => !Number.isFinite(rate));
  const gap = broken < 0 ? "" : `; ${rates[broken]} first at step ${broken}`;
  if (finite.every((rate) => rate === first)) {
    return `The learning rate is ${formatNumber(first)} at ${count}${gap}`;
  }
  const ends = `The learning rate goes from ${formatNumber(first)} to ${formatNumber(last)} in ${count}`;
  if (most === first || most === last) return `${ends}${gap}`;
  return `${ends}; it is highest at step ${rates.indexOf(most)}, ${formatNumber(most)}${gap}`;
}
