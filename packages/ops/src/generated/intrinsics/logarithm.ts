// Written by `pnpm generate` from the programs in src/intrinsics. Do not edit.
import { exponent, leading, pow2 } from "../../intrinsics/primitives.js";
import { shared3 } from "./shared.js";

/** Natural logarithm: log(2^k m) = k log 2 + log(m), m between sqrt(1/2) and sqrt(2). */
export function log(x: number): number {
  const k = exponent(x * 0.7071067811865476) + 1;
  const f = x * pow2(-k) - 1;
  const s = f / (2 + f);
  const z = s * s;
  const pPower2 = z * z;
  const square = 0.5 * f * f;
  return x > 1e-307 ? (x < 1e+307 ? k * 0.6931471803691238 + (f - (square - (s * shared3(square, z, pPower2) + k * 1.9082149292705877e-10))) : specialLog(x)) : specialLog(x);
}

/** log(v) + j log 2 + more + rest for 1e-307 < v < 1e307, where more is below the sum of the first two, and rest small. */
export function logOf(v: number, j: number, more: number, rest: number): number {
  const k = exponent(v * 0.7071067811865476) + 1;
  const f = v * pow2(-k) - 1;
  const n = k + j;
  const s = f / (2 + f);
  const z = s * s;
  const pPower2 = z * z;
  const square = 0.5 * f * f;
  const high = f - square;
  const whole = n * 0.6931471803691238;
  const sum = whole + high;
  const total = sum + more;
  return total + (sum - total + more + (whole - sum + high + (f - high - square + s * shared3(square, z, pPower2) + n * 1.9082149292705877e-10) + rest));
}

/** log of tiny and huge numbers, 0, negative numbers and NaN. */
export function specialLog(x: number): number {
  return x > 0 ? (x < 1 ? logOf(x * 18014398509481984, -54, 0, 0) : x < 1 / 0 ? logOf(x * 5.551115123125783e-17, 54, 0, 0) : x) : x === 0 ? -1 / 0 : 0 / 0;
}

/** log(1 + x) without cancellation near 0: 1 + x is taken as a sum of two doubles. */
export function log1p(x: number): number {
  return x === 0 ? x : x > -1 ? (x < 9007199254740992 ? logOfSum(x, 0) : log(x)) : specialLog(1 + x);
}

/** log(1 + x + rest) for 1 + x > 0 and a rest below its ulp: with v = m + lost, log v = log m + lost / m. */
export function logOfSum(x: number, rest: number): number {
  const v = 1 + x;
  const k = exponent(v * 0.7071067811865476) + 1;
  const scale = pow2(-k);
  const f = k === 0 ? x : v * scale - 1;
  const s = f / (2 + f);
  const z = s * s;
  const pPower2 = z * z;
  const square = 0.5 * f * f;
  const high = f - square;
  const whole = k * 0.6931471803691238;
  const sum = whole + high;
  return sum + (whole - sum + high + (f - high - square + s * shared3(square, z, pPower2) + k * 1.9082149292705877e-10) + (k === 0 ? rest : ((x < 1 ? x - (v - 1) : 1 - (v - x)) + rest) * scale) * (1 - s) * (1 - s + z));
}

/** Logarithm to the base 2. */
export function log2(x: number): number {
  return x > 0 ? (x < 1 / 0 ? logToBase(x < 1e-307 ? x * 18014398509481984 : x < 1e+307 ? x : x * 5.551115123125783e-17, x < 1e-307 ? -54 : x < 1e+307 ? 0 : 54, 1, 0, 1.4426950216293335, 1.9259629911266175e-8) : x) : specialLog(x);
}

/** Logarithm to the base 10. */
export function log10(x: number): number {
  return x > 0 ? (x < 1 / 0 ? logToBase(x < 1e-307 ? x * 18014398509481984 : x < 1e+307 ? x : x * 5.551115123125783e-17, x < 1e-307 ? -54 : x < 1e+307 ? 0 : 54, 0.30102999566395283, 2.8363394551044964e-14, 0.4342944771051407, 4.798111141615973e-9) : x) : specialLog(x);
}

/** a k + b log(m) for v 2^j = 2^k m. The products with a and b are exact; aLow and bLow are what they lack. */
export function logToBase(v: number, j: number, a: number, aLow: number, b: number, bLow: number): number {
  const k = exponent(v * 0.7071067811865476) + 1;
  const f = v * pow2(-k) - 1;
  const n = k + j;
  const s = f / (2 + f);
  const z = s * s;
  const pPower2 = z * z;
  const square = 0.5 * f * f;
  const high = f - square;
  const head = leading(high);
  const rest = high - head + (f - high - square + s * shared3(square, z, pPower2));
  const part = head * b;
  const whole = n * a;
  const sum = whole + part;
  return sum + (whole - sum + part + (rest * b + (head + rest) * bLow + n * aLow));
}
