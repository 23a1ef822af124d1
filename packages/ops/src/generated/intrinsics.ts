// Written by `pnpm generate` from the programs in src/intrinsics. Do not edit.

import { largeAngle } from "../intrinsics/large-angle.js";
import { exponent, nearest, pow2 } from "../intrinsics/primitives.js";

/** e^x. x = k log 2 + r with |r| < 0.35; exp(r) by its even and odd parts; times 2^k. */
export function exp(x: number): number {
  const t = x;
  const k = nearest(t * 1.4426950408889634);
  const high = t - k * 0.6931471803691238;
  const low = k * 1.9082149292705877e-10;
  const r = high - low;
  const tail = high - r - low;
  const z = r * r;
  const evens0 = 0.5;
  const evens1 = 0.04166666666666667;
  const evens2 = 0.0013888888888882133;
  const evens3 = 0.000024801587330117302;
  const evens4 = 2.755726879790594e-7;
  const evens5 = 2.091641704006988e-9;
  const evens = evens0 + z * (evens1 + z * (evens2 + z * (evens3 + z * (evens4 + z * evens5))));
  const odds0 = 0.16666666666666669;
  const odds1 = 0.008333333333326823;
  const odds2 = 0.0001984126987789365;
  const odds3 = 0.000002755724722941529;
  const odds4 = 2.5109717341139595e-8;
  const odds = odds0 + z * (odds1 + z * (odds2 + z * (odds3 + z * odds4)));
  const even = z * evens;
  const odd = r * z * odds;
  const sum = 1 + r;
  const y = sum + (r - (sum - 1) + (even + odd + tail));
  return Math.abs(x) < 708 ? y * pow2(k) : scaledExp(x, y, k);
}

/** y 2^k, about e^x, where 2^k alone would overflow or vanish: two factors, so that y is rounded once. */
function scaledExp(x: number, y: number, k: number): number {
  const half = Math.floor(0.5 * k);
  return x > 710 ? 1 / 0 : x < -746 ? 0 : y * pow2(half) * pow2(k - half);
}

/** e^x - 1 without cancellation near 0: 2^k (1 - 2^-k + exp(r) - 1). */
export function expm1(x: number): number {
  const t = x;
  const k = nearest(t * 1.4426950408889634);
  const high = t - k * 0.6931471803691238;
  const low = k * 1.9082149292705877e-10;
  const r = high - low;
  const tail = high - r - low;
  const z = r * r;
  const evens0 = 0.5;
  const evens1 = 0.04166666666666667;
  const evens2 = 0.0013888888888882133;
  const evens3 = 0.000024801587330117302;
  const evens4 = 2.755726879790594e-7;
  const evens5 = 2.091641704006988e-9;
  const evens = evens0 + z * (evens1 + z * (evens2 + z * (evens3 + z * (evens4 + z * evens5))));
  const odds0 = 0.16666666666666669;
  const odds1 = 0.008333333333326823;
  const odds2 = 0.0001984126987789365;
  const odds3 = 0.000002755724722941529;
  const odds4 = 2.5109717341139595e-8;
  const odds = odds0 + z * (odds1 + z * (odds2 + z * (odds3 + z * odds4)));
  const even = z * evens;
  const odd = r * z * odds;
  const one = 1 - pow2(-k);
  const sum = one + r;
  const y = sum + (r - (sum - one) + (even + odd + tail));
  return Math.abs(x) < 40 ? (x === 0 ? x : y * pow2(k)) : farExpm1(x);
}

/** e^x - 1 for |x| >= 40, where the 1 is below half an ulp, or is all there is. */
function farExpm1(x: number): number {
  return x < 0 ? -1 : exp(x);
}

/** Natural logarithm: log(2^k m) = k log 2 + log(m), m between sqrt(1/2) and sqrt(2). */
export function log(x: number): number {
  return x > 2.2250738585072014e-308 ? (x < 1 / 0 ? logOf(x, 0) : x) : specialLog(x);
}

/** log(v) + n log 2 for a normal number v. */
function logOf(v: number, n: number): number {
  const e = exponent(v * 0.7071067811865476);
  const k = e + 1 + n;
  const m = 0.5 * (v * pow2(-e));
  const f = m - 1;
  const s = f / (2 + f);
  const z = s * s;
  const p0 = 0.666666666666667;
  const p1 = 0.39999999999899033;
  const p2 = 0.2857142862636936;
  const p3 = 0.222222110590978;
  const p4 = 0.18182895054643194;
  const p5 = 0.1533151670058379;
  const p6 = 0.14619041484555698;
  const p = p0 + z * (p1 + z * (p2 + z * (p3 + z * (p4 + z * (p5 + z * p6)))));
  const shift = f * 134217729;
  const head = shift - (shift - f);
  const square = 0.5 * head * head;
  const squareLow = 0.5 * (f - head) * (f + head);
  const high = f - square;
  const low = f - high - square - squareLow + s * (square + squareLow + z * p);
  const whole = k * 0.6931471803691238;
  const sum = whole + high;
  return sum + (whole - sum + high + (low + k * 1.9082149292705877e-10));
}

/** log of numbers below the normal ones: subnormal, 0, negative, NaN. */
function specialLog(x: number): number {
  return x > 0 ? logOf(x * 18014398509481984, -54) : x === 0 ? -1 / 0 : 0 / 0;
}

/** log(1 + x) without cancellation near 0: 1 + x is taken as a sum of two doubles. */
export function log1p(x: number): number {
  return x > -1 ? (x < 9007199254740992 ? (x === 0 ? x : logOfSum(x)) : log(x)) : x === -1 ? -1 / 0 : 0 / 0;
}

/** log(1 + x) for -1 < x < 2^53. */
function logOfSum(x: number): number {
  const v = 1 + x;
  const e = exponent(v * 0.7071067811865476);
  const k = e + 1;
  const m = 0.5 * (v * pow2(-e));
  const lost = x < 1 ? x - (v - 1) : 1 - (v - x);
  const f = k === 0 ? x : m - 1;
  const c = k === 0 ? 0 : 0.5 * (lost * pow2(-e));
  const s = f / (2 + f);
  const z = s * s;
  const p0 = 0.666666666666667;
  const p1 = 0.39999999999899033;
  const p2 = 0.2857142862636936;
  const p3 = 0.222222110590978;
  const p4 = 0.18182895054643194;
  const p5 = 0.1533151670058379;
  const p6 = 0.14619041484555698;
  const p = p0 + z * (p1 + z * (p2 + z * (p3 + z * (p4 + z * (p5 + z * p6)))));
  const shift = f * 134217729;
  const head = shift - (shift - f);
  const square = 0.5 * head * head;
  const squareLow = 0.5 * (f - head) * (f + head);
  const high = f - square;
  const lowOfF = f - high - square - squareLow + s * (square + squareLow + z * p);
  const low = lowOfF + c * (1 - s) * (1 - s + z);
  const whole = k * 0.6931471803691238;
  const sum = whole + high;
  return sum + (whole - sum + high + (low + k * 1.9082149292705877e-10));
}

/** Sine, x in radians. */
export function sin(x: number): number {
  const n = nearest(x * 0.6366197723675814);
  const r0 = x - n * 1.5707963267341256;
  const w1 = n * 6.077100506303966e-11;
  const r1 = r0 - w1;
  const w2 = n * 2.0222662487111665e-21;
  const r2 = r1 - w2;
  const w3 = n * 8.4784276603689e-32 - (r0 - r1 - w1 + (r1 - r2 - w2));
  const r = r2 - w3;
  const tail = r2 - r - w3;
  return Math.abs(x) < 1048576
    ? Math.abs(x) < 0.7853981633974483
      ? sinOf(x, 0)
      : sinOfTurned(n, r, tail)
    : largeSin(x);
}

/** Cosine, x in radians. */
export function cos(x: number): number {
  const n = nearest(x * 0.6366197723675814);
  const r0 = x - n * 1.5707963267341256;
  const w1 = n * 6.077100506303966e-11;
  const r1 = r0 - w1;
  const w2 = n * 2.0222662487111665e-21;
  const r2 = r1 - w2;
  const w3 = n * 8.4784276603689e-32 - (r0 - r1 - w1 + (r1 - r2 - w2));
  const r = r2 - w3;
  const tail = r2 - r - w3;
  return Math.abs(x) < 1048576 ? sinOfTurned(n + 1, r, tail) : largeCos(x);
}

/** Tangent, x in radians. */
export function tan(x: number): number {
  const n = nearest(x * 0.6366197723675814);
  const r0 = x - n * 1.5707963267341256;
  const w1 = n * 6.077100506303966e-11;
  const r1 = r0 - w1;
  const w2 = n * 2.0222662487111665e-21;
  const r2 = r1 - w2;
  const w3 = n * 8.4784276603689e-32 - (r0 - r1 - w1 + (r1 - r2 - w2));
  const r = r2 - w3;
  const tail = r2 - r - w3;
  return Math.abs(x) < 1048576 ? (x === 0 ? x : tanOfTurned(n, r, tail)) : largeTan(x);
}

/** sin(r + tail) for |r| <= pi/4. */
function sinOf(r: number, tail: number): number {
  const z = r * r;
  const s0 = -0.16666666666666666;
  const s1 = 0.008333333333331293;
  const s2 = -0.00019841269837051875;
  const s3 = 0.0000027557316203987023;
  const s4 = -2.5051147150490575e-8;
  const s5 = 1.5918966645919517e-10;
  const s = s0 + z * (s1 + z * (s2 + z * (s3 + z * (s4 + z * s5))));
  const odd = r * z * s + tail * (1 - 0.5 * z);
  return r === 0 ? r : r + odd;
}

/** cos(r + tail) for |r| <= pi/4. */
function cosOf(r: number, tail: number): number {
  const z = r * r;
  const c0 = 0.041666666666666664;
  const c1 = -0.0013888888888886446;
  const c2 = 0.000024801587297401976;
  const c3 = -2.7557316600431846e-7;
  const c4 = 2.0876013283158355e-9;
  const c5 = -1.1373512505405432e-11;
  const c = c0 + z * (c1 + z * (c2 + z * (c3 + z * (c4 + z * c5))));
  const square = 0.5 * z;
  const one = 1 - square;
  const even = 1 - one - square + (z * z * c - r * tail);
  return one + even;
}

/** sin(n pi/2 + r + tail). */
function sinOfTurned(n: number, r: number, tail: number): number {
  const quarter = n - 4 * Math.floor(0.25 * n);
  return quarter < 2
    ? quarter === 0
      ? sinOf(r, tail)
      : cosOf(r, tail)
    : quarter === 2
      ? -sinOf(r, tail)
      : -cosOf(r, tail);
}

/** tan(n pi/2 + r + tail) = sin / cos or -cos / sin, both as sums of two doubles, divided as such. */
function tanOfTurned(n: number, r: number, tail: number): number {
  const z = r * r;
  const s0 = -0.16666666666666666;
  const s1 = 0.008333333333331293;
  const s2 = -0.00019841269837051875;
  const s3 = 0.0000027557316203987023;
  const s4 = -2.5051147150490575e-8;
  const s5 = 1.5918966645919517e-10;
  const s = s0 + z * (s1 + z * (s2 + z * (s3 + z * (s4 + z * s5))));
  const odd = r * z * s + tail * (1 - 0.5 * z);
  const c0 = 0.041666666666666664;
  const c1 = -0.0013888888888886446;
  const c2 = 0.000024801587297401976;
  const c3 = -2.7557316600431846e-7;
  const c4 = 2.0876013283158355e-9;
  const c5 = -1.1373512505405432e-11;
  const c = c0 + z * (c1 + z * (c2 + z * (c3 + z * (c4 + z * c5))));
  const square = 0.5 * z;
  const one = 1 - square;
  const even = 1 - one - square + (z * z * c - r * tail);
  const sinHigh = r + odd;
  const sinLow = odd - (sinHigh - r);
  const cosHigh = one + even;
  const cosLow = even - (cosHigh - one);
  const turned = 0.5 * n - Math.floor(0.5 * n);
  const top = turned === 0 ? sinHigh : -cosHigh;
  const topLow = turned === 0 ? sinLow : -cosLow;
  const bottom = turned === 0 ? cosHigh : sinHigh;
  const bottomLow = turned === 0 ? cosLow : sinLow;
  const y = top / bottom;
  const shiftY = y * 134217729;
  const headY = shiftY - (shiftY - y);
  const restY = y - headY;
  const shift = bottom * 134217729;
  const head = shift - (shift - bottom);
  const rest = bottom - head;
  const lost = top - headY * head - headY * rest - restY * head - restY * rest;
  return y + (lost + topLow - y * bottomLow) / bottom;
}

/** sin(x) for |x| >= 2^20. */
function largeSin(x: number): number {
  return sinOfTurned(largeAngle(x, 0), largeAngle(x, 1), largeAngle(x, 2));
}

/** cos(x) for |x| >= 2^20. */
function largeCos(x: number): number {
  return sinOfTurned(largeAngle(x, 0) + 1, largeAngle(x, 1), largeAngle(x, 2));
}

/** tan(x) for |x| >= 2^20. */
function largeTan(x: number): number {
  return tanOfTurned(largeAngle(x, 0), largeAngle(x, 1), largeAngle(x, 2));
}

/** (e^x - e^-x) / 2 = 2^(k-1) ((1 - q) cosh(r) + (1 + q) sinh(r)) with q = 4^-k: no cancellation, no division. */
export function sinh(x: number): number {
  const t = Math.abs(x);
  const k = nearest(t * 1.4426950408889634);
  const high = t - k * 0.6931471803691238;
  const low = k * 1.9082149292705877e-10;
  const r = high - low;
  const tail = high - r - low;
  const z = r * r;
  const evens0 = 0.5;
  const evens1 = 0.04166666666666667;
  const evens2 = 0.0013888888888882133;
  const evens3 = 0.000024801587330117302;
  const evens4 = 2.755726879790594e-7;
  const evens5 = 2.091641704006988e-9;
  const evens = evens0 + z * (evens1 + z * (evens2 + z * (evens3 + z * (evens4 + z * evens5))));
  const odds0 = 0.16666666666666669;
  const odds1 = 0.008333333333326823;
  const odds2 = 0.0001984126987789365;
  const odds3 = 0.000002755724722941529;
  const odds4 = 2.5109717341139595e-8;
  const odds = odds0 + z * (odds1 + z * (odds2 + z * (odds3 + z * odds4)));
  const even = z * evens;
  const odd = r * z * odds;
  const q = t < 22 ? pow2(-2 * k) : 0;
  const one = 1 - q;
  const sum = one + r;
  const more = q * r;
  const total = sum + more;
  const rest = r - (sum - one) + (more - (total - sum)) + (one * even + (1 + q) * (odd + tail));
  const y = total + rest;
  const size = t < 700 ? y * pow2(k - 1) : scaledExp(t, y, k - 1);
  return x > 0 ? size : x < 0 ? -size : x;
}

/** (e^x + e^-x) / 2 = 2^(k-1) ((1 + q) cosh(r) + (1 - q) sinh(r)) with q = 4^-k. */
export function cosh(x: number): number {
  const t = Math.abs(x);
  const k = nearest(t * 1.4426950408889634);
  const high = t - k * 0.6931471803691238;
  const low = k * 1.9082149292705877e-10;
  const r = high - low;
  const tail = high - r - low;
  const z = r * r;
  const evens0 = 0.5;
  const evens1 = 0.04166666666666667;
  const evens2 = 0.0013888888888882133;
  const evens3 = 0.000024801587330117302;
  const evens4 = 2.755726879790594e-7;
  const evens5 = 2.091641704006988e-9;
  const evens = evens0 + z * (evens1 + z * (evens2 + z * (evens3 + z * (evens4 + z * evens5))));
  const odds0 = 0.16666666666666669;
  const odds1 = 0.008333333333326823;
  const odds2 = 0.0001984126987789365;
  const odds3 = 0.000002755724722941529;
  const odds4 = 2.5109717341139595e-8;
  const odds = odds0 + z * (odds1 + z * (odds2 + z * (odds3 + z * odds4)));
  const even = z * evens;
  const odd = r * z * odds;
  const q = t < 22 ? pow2(-2 * k) : 0;
  const one = 1 + q;
  const sum = one + r;
  const less = q * r;
  const total = sum - less;
  const rest = r - (sum - one) + (sum - total - less) + (one * even + (1 - q) * (odd + tail));
  const y = total + rest;
  return t < 700 ? y * pow2(k - 1) : scaledExp(t, y, k - 1);
}

/** Hyperbolic tangent: 1 - 2 / (e^2|x| + 1) from 0.625 on, a rational function below. */
export function tanh(x: number): number {
  return Math.abs(x) < 0.625 ? smallTanh(x) : x > 0 ? largeTanh(x) : x < 0 ? -largeTanh(-x) : x;
}

/** x + x^3 P(x^2) / Q(x^2) for |x| < 0.625. */
function smallTanh(x: number): number {
  const z = x * x;
  const p0 = -1614.6876844170845;
  const p1 = -99.28772310019185;
  const p2 = -0.9643991794250523;
  const p = p0 + z * (p1 + z * p2);
  const q0 = 4844.063053251255;
  const q1 = 2235.4883906010045;
  const q2 = 112.81167849163293;
  const q3 = 1;
  const q = q0 + z * (q1 + z * (q2 + z * q3));
  return x === 0 ? x : x + x * ((z * p) / q);
}

/** 1 - 2 / (e^2x + 1) for x >= 0.625, with e^2x + 1 = 2^k (sum + rest) to more than a double's bits. */
function largeTanh(x: number): number {
  const t = x < 22 ? x + x : 44;
  const k = nearest(t * 1.4426950408889634);
  const high = t - k * 0.6931471803691238;
  const low = k * 1.9082149292705877e-10;
  const r = high - low;
  const tail = high - r - low;
  const z = r * r;
  const evens0 = 0.5;
  const evens1 = 0.04166666666666667;
  const evens2 = 0.0013888888888882133;
  const evens3 = 0.000024801587330117302;
  const evens4 = 2.755726879790594e-7;
  const evens5 = 2.091641704006988e-9;
  const evens = evens0 + z * (evens1 + z * (evens2 + z * (evens3 + z * (evens4 + z * evens5))));
  const odds0 = 0.16666666666666669;
  const odds1 = 0.008333333333326823;
  const odds2 = 0.0001984126987789365;
  const odds3 = 0.000002755724722941529;
  const odds4 = 2.5109717341139595e-8;
  const odds = odds0 + z * (odds1 + z * (odds2 + z * (odds3 + z * odds4)));
  const even = z * evens;
  const odd = r * z * odds;
  const q = pow2(-k);
  const one = 1 + q;
  const head = one + r;
  const hidden = r - (head - one) + (even + odd + tail);
  const sum = head + hidden;
  const rest = hidden - (sum - head);
  const inverse = 1 / sum;
  const part = 2 * q * inverse;
  const y = 1 - part;
  return y + (1 - y - part + part * (inverse * rest));
}

/** x^y = e^(y log x), with log x and the product to 68 bits, so that exact powers come out exact. */
export function pow(x: number, y: number): number {
  const size = Math.abs(x);
  const v = size < 2.2250738585072014e-308 ? size * 18014398509481984 : size;
  const e = exponent(v);
  const m = 0.5 * (v * pow2(1 - e));
  const k = size < 2.2250738585072014e-308 ? e - 54 : e;
  const twice = nearest(m + m);
  const c = 0.5 * twice;
  const is15 = (twice - 2) * (4 - twice);
  const is2 = 0.5 * (twice - 2) * (twice - 3);
  const f = m - c;
  const d = m + c;
  const inverse = 1 / d;
  const s = f * inverse;
  const shiftS = s * 134217729;
  const sHead = shiftS - (shiftS - s);
  const shiftD = d * 134217729;
  const dHead = shiftD - (shiftD - d);
  const dRest = m - (dHead - c);
  const sRest = inverse * (f - sHead * dHead - sHead * dRest);
  const square = sHead * sHead;
  const squareRest = sRest * (sHead + sHead + sRest);
  const zeta = square + squareRest;
  const p0 = 0.6;
  const p1 = 0.42857142857155445;
  const p2 = 0.3333333332180406;
  const p3 = 0.27272731098151004;
  const p4 = 0.23076362421205535;
  const p5 = 0.20035425201007453;
  const p6 = 0.17072708605335135;
  const p = p0 + zeta * (p1 + zeta * (p2 + zeta * (p3 + zeta * (p4 + zeta * (p5 + zeta * p6)))));
  const more = squareRest + zeta * zeta * p;
  const u = 3 + square + more;
  const shiftU = u * 134217729;
  const uHead = shiftU - (shiftU - u);
  const uRest = more - (uHead - 3 - square);
  const product = sHead * uHead;
  const productRest = sRest * u + sHead * uRest;
  const w = product + productRest;
  const shiftW = w * 134217729;
  const wHead = shiftW - (shiftW - w);
  const wRest = productRest - (wHead - product);
  const high = wHead * 0.6666666567325592;
  const low = wHead * 9.934107462565104e-9 + wRest * 0.6666666666666666;
  const n = k + is2;
  const whole = n * 0.6931471805598903 + is15 * 0.4054651081080465;
  const sum = whole + high;
  const sumRest = whole - sum + high + (low + (n * 5.497923018708371e-14 + is15 * 1.1790280407716567e-13));
  const shiftL = (sum + sumRest) * 134217729;
  const lHead = shiftL - (shiftL - (sum + sumRest));
  const lRest = sum - lHead + sumRest;
  const clamped =
    Math.abs(y) < 18446744073709552000 ? y : y > 0 ? 18446744073709552000 : -18446744073709552000;
  const shiftY = clamped * 134217729;
  const yHead = shiftY - (shiftY - clamped);
  const t = yHead * lHead;
  const tRest = (clamped - yHead) * lHead + clamped * lRest;
  const turns = nearest((t + tRest) * 1.4426950408889634);
  const rHigh = t - turns * 0.6931471805598903;
  const rLow = tRest - turns * 5.497923018708371e-14;
  const r = rHigh + rLow;
  const tail = rHigh - r + rLow;
  const z = r * r;
  const evens0 = 0.5;
  const evens1 = 0.04166666666666667;
  const evens2 = 0.0013888888888882133;
  const evens3 = 0.000024801587330117302;
  const evens4 = 2.755726879790594e-7;
  const evens5 = 2.091641704006988e-9;
  const evens = evens0 + z * (evens1 + z * (evens2 + z * (evens3 + z * (evens4 + z * evens5))));
  const odds0 = 0.16666666666666669;
  const odds1 = 0.008333333333326823;
  const odds2 = 0.0001984126987789365;
  const odds3 = 0.000002755724722941529;
  const odds4 = 2.5109717341139595e-8;
  const odds = odds0 + z * (odds1 + z * (odds2 + z * (odds3 + z * odds4)));
  const even = z * evens;
  const odd = r * z * odds;
  const total = 1 + r;
  const mantissa = total + (r - (total - 1) + (even + odd + tail));
  const power = Math.abs(t) < 707 ? mantissa * pow2(turns) : scaledExp(t, mantissa, turns);
  return (x > 0 ? (x < 1 / 0 ? Math.abs(y) : 1 / 0) : 1 / 0) < 1 / 0 ? power : specialPow(x, y, power);
}

/** x^y where a sign, an infinity, a zero or NaN decides, as C99 and IEEE 754 say; size is |x|^y. */
function specialPow(x: number, y: number, size: number): number {
  const parity = y - 2 * Math.floor(0.5 * y);
  const sign = x === 0 ? 1 / x : x;
  const value = limitPow(Math.abs(x), y, size);
  const signed = sign > 0 ? value : parity === 1 ? -value : parity === 0 ? value : fractionalPow(x, y, value);
  return y === 0 ? 1 : x === 1 ? 1 : x !== x ? x : y !== y ? y : signed;
}

/** A negative x to a power y that is not an integer: NaN, unless one of them is infinite or x is -0. */
function fractionalPow(x: number, y: number, value: number): number {
  return x < 0 ? (x > -1 / 0 ? (Math.abs(y) < 1 / 0 ? 0 / 0 : value) : value) : value;
}

/** a^y for a >= 0, where a or y may be 0 or infinite. */
function limitPow(a: number, y: number, size: number): number {
  const grows = a < 1 ? -y : y;
  const limit = grows > 0 ? 1 / 0 : 0;
  return a === 0 ? limit : a === 1 / 0 ? limit : Math.abs(y) < 1 / 0 ? size : a === 1 ? 1 : limit;
}
