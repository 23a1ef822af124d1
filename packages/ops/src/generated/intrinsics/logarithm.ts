// Written by `pnpm generate` from the programs in src/intrinsics. Do not edit.
import { exponent, pow2 } from "../../intrinsics/primitives.js";

/** Natural logarithm: log(2^k m) = k log 2 + log(m), m between sqrt(1/2) and sqrt(2). */
export function log(x: number): number {
  const k = exponent(x * 0.7071067811865476) + 1;
  const f = x * pow2(-k) - 1;
  const s = f / (2 + f);
  const z = s * s;
  const pPower2 = z * z;
  const pPower4 = pPower2 * pPower2;
  const p = 0.666666666666667 + z * 0.39999999999899033 + pPower2 * (0.2857142862636936 + z * 0.222222110590978) + pPower4 * (0.18182895054643194 + z * 0.1533151670058379 + pPower2 * 0.14619041484555698);
  const square = 0.5 * f * f;
  const y = k * 0.6931471803691238 + (f - (square - (s * (square + z * p) + k * 1.9082149292705877e-10)));
  return x > 1e-307 ? (x < 1e+307 ? y : specialLog(x)) : specialLog(x);
}

/** log(v) + j log 2 + more + rest for 1e-307 < v < 1e307, where more is below the sum of the first two, and rest small. */
export function logOf(v: number, j: number, more: number, rest: number): number {
  const k = exponent(v * 0.7071067811865476) + 1;
  const f = v * pow2(-k) - 1;
  const n = k + j;
  const s = f / (2 + f);
  const z = s * s;
  const pPower2 = z * z;
  const pPower4 = pPower2 * pPower2;
  const p = 0.666666666666667 + z * 0.39999999999899033 + pPower2 * (0.2857142862636936 + z * 0.222222110590978) + pPower4 * (0.18182895054643194 + z * 0.1533151670058379 + pPower2 * 0.14619041484555698);
  const square = 0.5 * f * f;
  const high = f - square;
  const low = f - high - square + s * (square + z * p);
  const whole = n * 0.6931471803691238;
  const sum = whole + high;
  const sumRest = whole - sum + high + (low + n * 1.9082149292705877e-10);
  const total = sum + more;
  return total + (sum - total + more + (sumRest + rest));
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
  const lost = k === 0 ? rest : ((x < 1 ? x - (v - 1) : 1 - (v - x)) + rest) * scale;
  const n = k;
  const s = f / (2 + f);
  const z = s * s;
  const pPower2 = z * z;
  const pPower4 = pPower2 * pPower2;
  const p = 0.666666666666667 + z * 0.39999999999899033 + pPower2 * (0.2857142862636936 + z * 0.222222110590978) + pPower4 * (0.18182895054643194 + z * 0.1533151670058379 + pPower2 * 0.14619041484555698);
  const square = 0.5 * f * f;
  const high = f - square;
  const low = f - high - square + s * (square + z * p);
  const whole = n * 0.6931471803691238;
  const sum = whole + high;
  const sumRest = whole - sum + high + (low + n * 1.9082149292705877e-10);
  return sum + (sumRest + lost * (1 - s) * (1 - s + z));
}

/** Logarithm to the base 2. */
export function log2(x: number): number {
  const v = x < 1e-307 ? x * 18014398509481984 : x < 1e+307 ? x : x * 5.551115123125783e-17;
  const n = x < 1e-307 ? -54 : x < 1e+307 ? 0 : 54;
  const a = 1;
  const aLow = 0;
  const b = 1.4426950216293335;
  const bLow = 1.9259629911266175e-8;
  return x > 0 ? (x < 1 / 0 ? logToBase(v, n, a, aLow, b, bLow) : x) : specialLog(x);
}

/** Logarithm to the base 10. */
export function log10(x: number): number {
  const v = x < 1e-307 ? x * 18014398509481984 : x < 1e+307 ? x : x * 5.551115123125783e-17;
  const n = x < 1e-307 ? -54 : x < 1e+307 ? 0 : 54;
  const a = 0.30102999566395283;
  const aLow = 2.8363394551044964e-14;
  const b = 0.4342944771051407;
  const bLow = 4.798111141615973e-9;
  return x > 0 ? (x < 1 / 0 ? logToBase(v, n, a, aLow, b, bLow) : x) : specialLog(x);
}

/** a k + b log(m) for v 2^j = 2^k m. The products with a and b are exact; aLow and bLow are what they lack. */
export function logToBase(v: number, j: number, a: number, aLow: number, b: number, bLow: number): number {
  const k = exponent(v * 0.7071067811865476) + 1;
  const f = v * pow2(-k) - 1;
  const n = k + j;
  const s = f / (2 + f);
  const z = s * s;
  const pPower2 = z * z;
  const pPower4 = pPower2 * pPower2;
  const p = 0.666666666666667 + z * 0.39999999999899033 + pPower2 * (0.2857142862636936 + z * 0.222222110590978) + pPower4 * (0.18182895054643194 + z * 0.1533151670058379 + pPower2 * 0.14619041484555698);
  const square = 0.5 * f * f;
  const high = f - square;
  const low = f - high - square + s * (square + z * p);
  const headShift = high * 134217729;
  const head = headShift - (headShift - high);
  const rest = high - head + low;
  const part = head * b;
  const whole = n * a;
  const sum = whole + part;
  return sum + (whole - sum + part + (rest * b + (head + rest) * bLow + n * aLow));
}
