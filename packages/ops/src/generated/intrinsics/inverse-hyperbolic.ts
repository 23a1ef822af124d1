// Written by `pnpm generate` from the programs in src/intrinsics. Do not edit.
import { signOf } from "../../intrinsics/primitives.js";
import { logOf, logOfSum } from "./logarithm.js";

/** log(x + sqrt(x^2 + 1)) as log(1 + x + (sqrt(x^2 + 1) - 1)). */
export function asinh(x: number): number {
  const t = Math.abs(x);
  return signOf(x) * (t < 268435456 ? smallAsinh(t) : t < 1 / 0 ? logOf(t, 1) : t);
}

/** asinh(t) for 0 <= t < 2^28; beside a small t, sqrt(t^2 + 1) - 1 is t^2 / (1 + sqrt(t^2 + 1)). */
export function smallAsinh(t: number): number {
  const headShift = t * 134217729;
  const head = headShift - (headShift - t);
  const square = head * head;
  const near = 1 + square;
  const away = (square < 1 ? 1 - near + square : square - near + 1) + (t - head) * (t + head);
  const whole = near + away;
  const root = Math.sqrt(whole);
  const rHeadShift = root * 134217729;
  const rHead = rHeadShift - (rHeadShift - root);
  const rRest = root - rHead;
  const lacking = whole - rHead * rHead - 2 * rHead * rRest - rRest * rRest + (near - whole + away);
  const rootRest = lacking / (2 * root);
  const full = t * t;
  const more = t < 0.01 ? full / (1 + root) : root - 1;
  const sum = t + more;
  return logOfSum(sum, t - sum + more + (t < 0.01 ? 0 : rootRest));
}

/** log(x + sqrt(x^2 - 1)) as log(1 + t + sqrt(2 t + t^2)), t = x - 1, with the square and its root in two pieces. */
export function acosh(x: number): number {
  return x < 268435456 ? (x > 1 ? smallAcosh(x) : x === 1 ? 0 : 0 / 0) : x < 1 / 0 ? logOf(x, 1) : x;
}

/** acosh(x) for 1 < x < 2^28. */
export function smallAcosh(x: number): number {
  const t = x - 1;
  const tRest = x - t - 1;
  const headShift = t * 134217729;
  const head = headShift - (headShift - t);
  const double = 2 * t;
  const square = head * head;
  const near = double + square;
  const away = (square < double ? double - near + square : square - near + double) + (t - head) * (t + head);
  const whole = near + away;
  const root = Math.sqrt(whole);
  const rHeadShift = root * 134217729;
  const rHead = rHeadShift - (rHeadShift - root);
  const rRest = root - rHead;
  const lacking = whole - rHead * rHead - 2 * rHead * rRest - rRest * rRest + (near - whole + away);
  const rootRest = lacking / (2 * root);
  const sum = root + t;
  return logOfSum(sum, root - sum + t + (rootRest + 2 * tRest));
}

/** log((1 + x) / (1 - x)) / 2 as log(1 + 2 x / (1 - x)) / 2, with the quotient in two pieces. */
export function atanh(x: number): number {
  const t = Math.abs(x);
  return signOf(x) * (t < 1 ? smallAtanh(t) : t === 1 ? 1 / 0 : 0 / 0);
}

/** atanh(t) for 0 <= t < 1. */
export function smallAtanh(t: number): number {
  const d = 1 - t;
  const dMore = 1 - d - t;
  const q = (t + t) / d;
  const headShift = d * 134217729;
  const head = headShift - (headShift - d);
  const qHeadShift = q * 134217729;
  const qHead = qHeadShift - (qHeadShift - q);
  const dRest = d - head;
  const qRest = q - qHead;
  const missing = t + t - qHead * head - qHead * dRest - qRest * head - qRest * dRest - q * dMore;
  return 0.5 * logOfSum(q, missing / d);
}
