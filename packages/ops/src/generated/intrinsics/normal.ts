// Written by `pnpm generate` from the programs in src/intrinsics. Do not edit.
import { leading, nearest } from "../../intrinsics/primitives.js";
import { scaledExp } from "./exponential.js";
import { shared1, shared2 } from "./shared.js";
import { erfcTail, farErf } from "./special.js";

/** The probability that a standard normal number is below the value, erfc(-value / sqrt(2)) / 2. */
export function ndtr(value: number): number {
  return value > -0.7071067811865476 ? (value > 1.0607 ? 0.5 + 0.5 * farErf(value * 0.7071067811865476) : nearNdtr(value)) : value > -39 ? tailNdtr(value) : value < 0 ? 0 : value;
}

/** (1 - x - x (2 / sqrt(pi) - 1 + x^2 p(x^2))) / 2, x = -value / sqrt(2), with only the last difference rounded. */
export function nearNdtr(value: number): number {
  const valueHead = leading(value);
  const x = value * -0.7071067811865476;
  const z = x * x;
  const w = z * z;
  const one = 1 - x;
  return 0.5 * (one + (1 - one - x - (shared2(x, z, w) + 1.1283791670955126 * (valueHead * -0.7071067839860916 - x + (valueHead * 2.799544089368687e-9 - (value - valueHead) * 0.7071067811865476)))));
}

/** ndtr(value) for -39 < value <= -sqrt(1/2), with x = -value / sqrt(2) and its square in two pieces. */
export function tailNdtr(value: number): number {
  const valueHead = leading(value);
  const x = value * -0.7071067811865476;
  return erfcTail(x, valueHead * -0.7071067839860916 - x + (valueHead * 2.799544089368687e-9 - (value - valueHead) * 0.7071067811865476), -0.5 * valueHead * valueHead, 0.5 * (value - valueHead) * (value + valueHead), 0.5);
}

/** The density of the standard normal distribution, e^(-value^2 / 2) / sqrt(2 pi), with the square in two pieces. */
export function normpdf(value: number): number {
  const valueHead = leading(value);
  const t = -0.5 * valueHead * valueHead;
  const k = nearest(t * 1.4426950408889634);
  const near = t - k * 0.6931471803691238;
  const away = k * 1.9082149292705877e-10 + 0.5 * (value - valueHead) * (value + valueHead);
  const r = near - away;
  const z = r * r;
  const sum = 1 + r;
  const sumRest = r - (sum - 1) + (shared1(z, r) + (near - r - away) * sum);
  const eHead = leading(sum + sumRest);
  return Math.abs(value) < 39 ? scaledExp(t, eHead * 0.3989422768354416 + (eHead * 3.5659910885844774e-9 + (sum - eHead + sumRest) * 0.3989422804014327), k) : value === value ? 0 : value;
}
