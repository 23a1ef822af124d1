import type { Contribution, Step } from "../steps/steps.js";
import { factor, formatNumber } from "../text/number.js";

/** What a person left out of the chain rule: the factor to think of again. */
export type Missed = "upstream gradient" | "local slope" | "sign" | "+=" | "value";

/** What is said to an answer. */
export interface Verdict {
  readonly isRight: boolean;
  /** The factor that was missed; absent where the answer is right. */
  readonly missed?: Missed;
  readonly sentence: string;
}

/** The sign of a number in one character. */
export type Sign = "+" | "-" | "0";

export const signOf = (x: number): Sign => (x > 0 ? "+" : x < 0 ? "-" : "0");

/** Whether an answer is worth asking for: NaN and infinities are not. */
export const canAsk = ({ added, after }: Contribution): boolean =>
  Number.isFinite(added) && Number.isFinite(after);

/** Judges the sign that a person expects of what a step adds to an input's gradient. */
export function judgeSign({ upstream }: Step, { added, slope, label }: Contribution, answer: Sign): Verdict {
  const product = `${factor(upstream)} * ${factor(slope)}`;
  const right = signOf(added);
  const what = { "+": "positive", "-": "negative", "0": "zero" }[right];
  if (answer === right) return { isRight: true, sentence: `Yes: what ${label} gets is ${what}.` };
  if (right === "0") {
    const missed = slope === 0 ? "local slope" : "upstream gradient";
    return { isRight: false, missed, sentence: `The ${missed} is 0, so ${label} gets nothing.` };
  }
  const signs = `the upstream gradient is ${formatNumber(upstream)}, the local slope ${formatNumber(slope)}`;
  return { isRight: false, missed: "sign", sentence: `Not so: ${signs}. ${product} is ${what}.` };
}

/** What is asked: the gradient of an input after a contribution, which is more than the contribution where it adds up. */
export function judgeValue(step: Step, contribution: Contribution, answer: number): Verdict {
  const { slope, before, added, after, accumulates, label } = contribution;
  const { upstream } = step;
  const product = `${factor(upstream)} * ${factor(slope)}`;
  const sum = accumulates ? `${formatNumber(before)} + ${product}` : product;
  const whole = `${sum} = ${formatNumber(after)}`;
  if (close(answer, after)) return { isRight: true, sentence: `Right: ${whole}.` };
  const wrong = (missed: Missed, sentence: string): Verdict => ({
    isRight: false,
    missed,
    sentence: `${sentence} ${whole}.`,
  });
  if (accumulates && close(answer, added)) {
    return wrong(
      "+=",
      `That is what this step adds; ${label} holds ${formatNumber(before)} already, and += keeps it.`,
    );
  }
  const start = accumulates ? [0, before] : [0];
  const isOneOf = (...candidates: readonly number[]) =>
    candidates.some((candidate) => start.some((from) => close(answer, from + candidate)));
  if (isOneOf(-added) && added !== 0) return wrong("sign", "The size is right, the sign is not.");
  if (isOneOf(slope, -slope)) {
    return wrong(
      "upstream gradient",
      `That is the local slope; it is still to be multiplied by the upstream gradient.`,
    );
  }
  if (isOneOf(upstream, -upstream)) {
    return wrong(
      "local slope",
      `That is the upstream gradient; it is still to be multiplied by the local slope.`,
    );
  }
  const others = step.contributions
    .filter((other) => other.slope !== slope)
    .map((other) => upstream * other.slope);
  if (isOneOf(...others)) return wrong("local slope", "That is the local slope of another input.");
  return wrong("value", "Not that.");
}

/** The digits that cards show are enough; a person may round to three of them. */
function close(answer: number, wanted: number): boolean {
  return (
    Math.abs(answer - wanted) <= 5e-3 * Math.abs(wanted) ||
    formatNumber(answer, 3) === formatNumber(wanted, 3)
  );
}
