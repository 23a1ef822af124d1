import { agree } from "./extrapolation.js";
import type { Slope } from "./slope.js";

/** What a check says. CAN'T TELL is not a pass: the numbers do not suffice to say either. */
export type Verdict = "OK" | "WRONG" | "CAN'T TELL";

/**
 * Why a check can't tell. kink: the slopes of the two sides disagree, or do not settle as the steps shrink.
 * cancellation: rounding hides the slope. non-finite: f or its slope is NaN or infinite. non-deterministic: the same
 * call gave two answers.
 */
export type Doubt = "kink" | "cancellation" | "non-finite" | "non-deterministic";

/** How far apart two numbers may be and still agree. */
export interface Tolerance {
  /** Relative to the expected number; 1e-9 if absent. */
  readonly relative?: number;
  /** Beside it; 0 if absent, because any wrong gradient that is small enough would pass. */
  readonly absolute?: number;
}

/** A verdict, and what stands in the way of a better one. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly doubt?: Doubt;
  /** The doubt in words. */
  readonly why?: string;
}

/**
 * Compares a derivative with what differences tell.
 *
 * OK: they differ by no more than the tolerance or the error of the differences, whichever is larger, and that error is
 * below 1e-8 of the slopes that it rests on. NaN and infinities agree with nothing.
 */
export function judge(slope: Slope, yours: number, { relative = 1e-9, absolute = 0 }: Tolerance): Judgement {
  const { value, error, left, right } = slope;
  if (!Number.isFinite(slope.y)) return doubt("non-finite", `f is ${slope.y} here`);
  if (!Number.isFinite(error)) return doubt("non-finite", "f is not finite on both sides");
  if (!agree(left, right)) {
    return doubt("kink", `the slope is ${short(left)} to the left and ${short(right)} to the right`);
  }
  const size = Math.max(Math.abs(value), slope.steepness);
  // Values close to x that scatter by a millionth do so for other reasons: a jump, or waves too short to see.
  const isRounding = slope.rounding > error / 2 && slope.noise < 1e-6;
  const blurred = isRounding
    ? doubt("cancellation", `rounding leaves ${short(slope)}`)
    : doubt("kink", `the slopes do not settle, they leave ${short(slope)}`);
  // An error as large as this is not to be trusted itself, unless plain rounding explains it.
  if (error > Math.max(1e-3 * size, absolute) && !(isRounding && slope.noise < 1e-10)) {
    return Number.isFinite(yours) ? blurred : doubt("non-finite", "the slopes do not settle");
  }
  const isFlat = yours === 0 && value === 0 && slope.steepness === 0;
  const isBlurred = !isFlat && error > Math.max(Math.max(1e-8, relative) * size, absolute);
  const difference = Math.abs(yours - value);
  const limit = Math.max(error, relative * Math.abs(value), absolute);
  if (difference <= limit) return isBlurred ? blurred : { verdict: "OK" };
  return isBlurred && !isRounding && difference <= 10 * limit ? blurred : { verdict: "WRONG" };
}

/** A verdict that admits ignorance. */
export function doubt(kind: Doubt, why: string): Judgement {
  return { verdict: "CAN'T TELL", doubt: kind, why };
}

/** The verdict on a whole: WRONG if any part is, else CAN'T TELL if any part is. */
export function overall(parts: readonly { readonly verdict: Verdict }[]): Verdict {
  if (parts.some(({ verdict }) => verdict === "WRONG")) return "WRONG";
  return parts.every(({ verdict }) => verdict === "OK") ? "OK" : "CAN'T TELL";
}

function short({ value, error }: { value: number; error: number }): string {
  return `${Number(value.toPrecision(6))} ± ${error.toExponential(0)}`;
}
