// Written by `pnpm generate` from the programs in src/intrinsics. Do not edit.

import { largeAngle } from "../intrinsics/large-angle.js";
import { exponent, nearest, pow2, signOf } from "../intrinsics/primitives.js";

/** e^x. x = k log 2 + r with |r| < 0.35; exp(r) by its even and odd parts; times 2^k. */
export function exp(x: number): number {
  const t = x;
  const k = nearest(t * 1.4426950408889634);
  const near = t - k * 0.6931471803691238;
  const away = k * 1.9082149292705877e-10;
  const r = near - away;
  const tail = near - r - away;
  const z = r * r;
  const ch0 = 0.04166666666666667;
  const ch1 = 0.0013888888888882133;
  const ch2 = 0.000024801587330117302;
  const ch3 = 2.755726879790594e-7;
  const ch4 = 2.091641704006988e-9;
  const ch = ch0 + z * (ch1 + z * (ch2 + z * (ch3 + z * ch4)));
  const sh0 = 0.16666666666666669;
  const sh1 = 0.008333333333326823;
  const sh2 = 0.0001984126987789365;
  const sh3 = 0.000002755724722941529;
  const sh4 = 2.5109717341139595e-8;
  const sh = sh0 + z * (sh1 + z * (sh2 + z * (sh3 + z * sh4)));
  const even = z * (0.5 + z * ch);
  const odd = r * z * sh;
  const sum = 1 + r;
  const y = sum + (r - (sum - 1) + (even + odd + tail * sum));
  return Math.abs(x) < 708 ? y * pow2(k) : scaledExp(x, y, k);
}

/** y 2^k, about e^x, where 2^k alone may overflow or vanish: by two factors, so that y is rounded once. */
function scaledExp(x: number, y: number, k: number): number {
  const half = Math.floor(0.5 * k);
  return x > 712 ? 1 / 0 : x < -746 ? 0 : y * pow2(half) * pow2(k - half);
}

/** e^x - 1 without cancellation near 0: 2^k (1 - 2^-k + exp(r) - 1). */
export function expm1(x: number): number {
  const t = x;
  const k = nearest(t * 1.4426950408889634);
  const near = t - k * 0.6931471803691238;
  const away = k * 1.9082149292705877e-10;
  const r = near - away;
  const tail = near - r - away;
  const q = pow2(-k);
  const one = 1 - q;
  const oneRest = 1 - one - q;
  const z = r * r;
  const ch0 = 0.04166666666666667;
  const ch1 = 0.0013888888888882133;
  const ch2 = 0.000024801587330117302;
  const ch3 = 2.755726879790594e-7;
  const ch4 = 2.091641704006988e-9;
  const ch = ch0 + z * (ch1 + z * (ch2 + z * (ch3 + z * ch4)));
  const sh0 = 0.16666666666666669;
  const sh1 = 0.008333333333326823;
  const sh2 = 0.0001984126987789365;
  const sh3 = 0.000002755724722941529;
  const sh4 = 2.5109717341139595e-8;
  const sh = sh0 + z * (sh1 + z * (sh2 + z * (sh3 + z * sh4)));
  const headShift = r * 134217729;
  const head = headShift - (headShift - r);
  const square = 0.5 * head * head;
  const squareRest = 0.5 * (r - head) * (r + head);
  const small = squareRest + (z * z * ch + r * z * sh) + (tail + r * tail);
  const linear = one + r;
  const quadratic = linear + square;
  const mantissa = quadratic + (r - (linear - one) + (square - (quadratic - linear) + (oneRest + small)));
  return Math.abs(x) < 40 ? (x === 0 ? x : mantissa * pow2(k)) : farExpm1(x);
}

/** e^x - 1 for |x| >= 40, where the 1 is below half an ulp, or is all there is. */
function farExpm1(x: number): number {
  return x < 0 ? -1 : exp(x);
}

/** Natural logarithm: log(2^k m) = k log 2 + log(m), m between sqrt(1/2) and sqrt(2). */
export function log(x: number): number {
  return x > 1e-307 ? (x < 1 / 0 ? logOf(x, 0) : x) : specialLog(x);
}

/** log(v) + n log 2 for v > 1e-307. */
function logOf(v: number, n: number): number {
  const e = exponent(v * 0.7071067811865476);
  const scale = pow2(1 - e);
  const m = 0.25 * (v * scale);
  const k = e + 1 + n;
  const f = m - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const p0 = 0.666666666666667;
  const p1 = 0.39999999999899033;
  const p2 = 0.2857142862636936;
  const p3 = 0.222222110590978;
  const p4 = 0.18182895054643194;
  const p5 = 0.1533151670058379;
  const p6 = 0.14619041484555698;
  const pEven = p0 + w * (p2 + w * (p4 + w * p6));
  const pOdd = p1 + w * (p3 + w * p5);
  const p = pEven + z * pOdd;
  const square = 0.5 * f * f;
  const high = f - square;
  const low = f - high - square + s * (square + z * p);
  const whole = k * 0.6931471803691238;
  const sum = whole + high;
  return sum + (whole - sum + high + (low + k * 1.9082149292705877e-10));
}

/** log of tiny numbers, 0, negative numbers and NaN. */
function specialLog(x: number): number {
  return x > 0 ? logOf(x * 18014398509481984, -54) : x === 0 ? -1 / 0 : 0 / 0;
}

/** log(1 + x) without cancellation near 0: 1 + x is taken as a sum of two doubles. */
export function log1p(x: number): number {
  return x > -1 ? (x < 9007199254740992 ? (x === 0 ? x : logOfSum(x)) : log(x)) : x === -1 ? -1 / 0 : 0 / 0;
}

/** log(1 + x) for -1 < x < 2^53: log(m + lost) = log(m) + lost / m, and 1 / m = (1 - s) / (1 + s). */
function logOfSum(x: number): number {
  const v = 1 + x;
  const e = exponent(v * 0.7071067811865476);
  const scale = pow2(1 - e);
  const m = 0.25 * (v * scale);
  const k = e + 1;
  const f = k === 0 ? x : m - 1;
  const lost = k === 0 ? 0 : 0.25 * ((x < 1 ? x - (v - 1) : 1 - (v - x)) * scale);
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const p0 = 0.666666666666667;
  const p1 = 0.39999999999899033;
  const p2 = 0.2857142862636936;
  const p3 = 0.222222110590978;
  const p4 = 0.18182895054643194;
  const p5 = 0.1533151670058379;
  const p6 = 0.14619041484555698;
  const pEven = p0 + w * (p2 + w * (p4 + w * p6));
  const pOdd = p1 + w * (p3 + w * p5);
  const p = pEven + z * pOdd;
  const square = 0.5 * f * f;
  const high = f - square;
  const low = f - high - square + s * (square + z * p);
  const whole = k * 0.6931471803691238;
  const sum = whole + high;
  return sum + (whole - sum + high + (low + lost * (1 - s) * (1 - s + z) + k * 1.9082149292705877e-10));
}

/** Sine of x radians. */
export function sin(x: number): number {
  const n = nearest(x * 0.6366197723675814);
  const r0 = x - n * 1.5707963267923333;
  const w1 = n * 2.5633441515839558e-12;
  const r1 = r0 - w1;
  const w2 = n * 1.0562999066987428e-23 - (r0 - r1 - w1);
  const r = r1 - w2;
  const tail = r1 - r - w2;
  return Math.abs(x) < 0.78 ? sinOf(x, 0) : Math.abs(x) < 16384 ? sinOfTurned(n, r, tail) : largeSin(x);
}

/** Cosine of x radians. */
export function cos(x: number): number {
  const n = nearest(x * 0.6366197723675814);
  const r0 = x - n * 1.5707963267923333;
  const w1 = n * 2.5633441515839558e-12;
  const r1 = r0 - w1;
  const w2 = n * 1.0562999066987428e-23 - (r0 - r1 - w1);
  const r = r1 - w2;
  const tail = r1 - r - w2;
  return Math.abs(x) < 0.78 ? cosOf(x, 0) : Math.abs(x) < 16384 ? sinOfTurned(n + 1, r, tail) : largeCos(x);
}

/** Tangent of x radians. */
export function tan(x: number): number {
  const n = nearest(x * 1.2732395447351628);
  const r0 = x - n * 0.7853981633961666;
  const w1 = n * 1.2816720757919779e-12;
  const r1 = r0 - w1;
  const w2 = n * 5.281499533493714e-24 - (r0 - r1 - w1);
  const r = r1 - w2;
  const tail = r1 - r - w2;
  return Math.abs(x) < 16384 ? (x === 0 ? x : tanOfTurned(n, r, tail)) : largeTan(x);
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
  return r === 0 ? r : r + (r * z * s + tail * (1 - 0.5 * z));
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
  return one + (1 - one - square + (z * z * c - r * tail));
}

/** sin(n pi/2 + r + tail). */
function sinOfTurned(n: number, r: number, tail: number): number {
  const half = Math.floor(0.5 * n);
  const sign = 1 - 2 * (half - 2 * Math.floor(0.5 * half));
  return sign * (n === half + half ? sinOf(r, tail) : cosOf(r, tail));
}

/** tan(n pi/4 + r + tail) = (a + b t) / (b - a t), t = tan(r + tail), both sides as sums of two doubles. */
function tanOfTurned(n: number, r: number, tail: number): number {
  const z = r * r;
  const w = z * z;
  const p0 = 0.33333333333333337;
  const p1 = 0.1333333333332848;
  const p2 = 0.05396825397694266;
  const p3 = 0.02186948795235826;
  const p4 = 0.008863254984746853;
  const p5 = 0.00359176633104754;
  const p6 = 0.0014597551332693542;
  const p7 = 0.000565557825282123;
  const p8 = 0.0003191790046543815;
  const pEven = p0 + w * (p2 + w * (p4 + w * (p6 + w * p8)));
  const pOdd = p1 + w * (p3 + w * (p5 + w * p7));
  const p = pEven + z * pOdd;
  const more = r * z * p + tail * (1 + z);
  const q = n - 4 * Math.floor(0.25 * n);
  const a = Math.floor(0.25 * (q + 3));
  const b = 1 - Math.floor(0.2 * (q * q + 1));
  const top = a + b * r;
  const topRest = a - top + b * r + b * more;
  const bottom = b - a * r;
  const bottomRest = b - bottom - a * r - a * more;
  const inverse = 1 / (bottom + bottomRest);
  const y = top * inverse;
  const yHeadShift = y * 134217729;
  const yHead = yHeadShift - (yHeadShift - y);
  const headShift = bottom * 134217729;
  const head = headShift - (headShift - bottom);
  const yRest = y - yHead;
  const rest = bottom - head;
  const lost = top - yHead * head - yHead * rest - yRest * head - yRest * rest;
  return y + (lost + topRest - y * bottomRest) * inverse;
}

/** sin(x) for |x| >= 2^14. */
function largeSin(x: number): number {
  return sinOfTurned(largeAngle(x, 0), largeAngle(x, 1), largeAngle(x, 2));
}

/** cos(x) for |x| >= 2^14. */
function largeCos(x: number): number {
  return sinOfTurned(largeAngle(x, 0) + 1, largeAngle(x, 1), largeAngle(x, 2));
}

/** tan(x) for |x| >= 2^14. */
function largeTan(x: number): number {
  const angle = largeAngle(x, 1);
  const j = nearest(angle * 1.2732395447351628);
  const near = angle - j * 0.7853981633974483;
  const away = largeAngle(x, 2) - j * 3.061616997868383e-17;
  const r = near + away;
  return tanOfTurned(2 * largeAngle(x, 0) + j, r, near - r + away);
}

/** Arc tangent: atan(c) + atan((|x| - c) / (1 + c |x|)) with c = 0, 1/2, 1, 3/2 or infinity. */
export function atan(x: number): number {
  const size = Math.abs(x);
  const c = size < 0.4375 ? 0 : size < 0.6875 ? 0.5 : size < 1.1875 ? 1 : 1.5;
  const a1 = 0.4636476090008061;
  const a2 = 0.7853981633974483;
  const a3 = 0.982793723247329;
  const high = c === 0 ? 0 : c === 0.5 ? a1 : c === 1 ? a2 : a3;
  const b1 = 2.2698777452961687e-17;
  const b2 = 3.061616997868383e-17;
  const b3 = 1.3903311031230998e-17;
  const low = c === 0 ? 0 : c === 0.5 ? b1 : c === 1 ? b2 : b3;
  const t = size < 2.4375 ? (size - c) / (1 + c * size) : -1 / size;
  const z = t * t;
  const w = z * z;
  const p0 = -0.33333333333333326;
  const p1 = 0.19999999999988802;
  const p2 = -0.1428571428327971;
  const p3 = 0.111111109079432;
  const p4 = -0.09090900419552075;
  const p5 = 0.07692091377333268;
  const p6 = -0.06663284257398189;
  const p7 = 0.05848039143015362;
  const p8 = -0.0503528313598525;
  const p9 = 0.037857050580169166;
  const p10 = -0.017579514017481083;
  const pEven = p0 + w * (p2 + w * (p4 + w * (p6 + w * (p8 + w * p10))));
  const pOdd = p1 + w * (p3 + w * (p5 + w * (p7 + w * p9)));
  const p = pEven + z * pOdd;
  const small = t * (z * p);
  const quarter = 1.5707963267948966;
  const quarterLow = 6.123233995736766e-17;
  const y = size < 2.4375 ? high + (t + (small + low)) : quarter + (t + (small + quarterLow));
  return x === 0 ? x : signOf(x) * y;
}

/** (e^x - e^-x) / 2 = 2^(k-1) ((1 - q) cosh(r) + (1 + q) sinh(r)), q = 4^-k: no cancellation, no division. */
export function sinh(x: number): number {
  const t = Math.abs(x);
  const k = nearest(t * 1.4426950408889634);
  const near = t - k * 0.6931471803691238;
  const away = k * 1.9082149292705877e-10;
  const r = near - away;
  const tail = near - r - away;
  const z = r * r;
  const ch0 = 0.04166666666666667;
  const ch1 = 0.0013888888888882133;
  const ch2 = 0.000024801587330117302;
  const ch3 = 2.755726879790594e-7;
  const ch4 = 2.091641704006988e-9;
  const ch = ch0 + z * (ch1 + z * (ch2 + z * (ch3 + z * ch4)));
  const sh0 = 0.16666666666666669;
  const sh1 = 0.008333333333326823;
  const sh2 = 0.0001984126987789365;
  const sh3 = 0.000002755724722941529;
  const sh4 = 2.5109717341139595e-8;
  const sh = sh0 + z * (sh1 + z * (sh2 + z * (sh3 + z * sh4)));
  const even = z * (0.5 + z * ch);
  const odd = r * z * sh;
  const q = t < 22 ? pow2(-2 * k) : 0;
  const one = 1 - q;
  const sum = one + r;
  const more = q * r;
  const total = sum + more;
  const lost = r - (sum - one) + (more - (total - sum)) + (1 - one - q);
  const y = total + (lost + (one * (even + r * tail) + (1 + q) * (odd + tail)));
  return signOf(x) * (t < 700 ? y * pow2(k - 1) : scaledExp(t, y, k - 1));
}

/** (e^x + e^-x) / 2 = 2^(k-1) ((1 + q) cosh(r) + (1 - q) sinh(r)), q = 4^-k. */
export function cosh(x: number): number {
  const t = Math.abs(x);
  const k = nearest(t * 1.4426950408889634);
  const near = t - k * 0.6931471803691238;
  const away = k * 1.9082149292705877e-10;
  const r = near - away;
  const tail = near - r - away;
  const z = r * r;
  const ch0 = 0.04166666666666667;
  const ch1 = 0.0013888888888882133;
  const ch2 = 0.000024801587330117302;
  const ch3 = 2.755726879790594e-7;
  const ch4 = 2.091641704006988e-9;
  const ch = ch0 + z * (ch1 + z * (ch2 + z * (ch3 + z * ch4)));
  const sh0 = 0.16666666666666669;
  const sh1 = 0.008333333333326823;
  const sh2 = 0.0001984126987789365;
  const sh3 = 0.000002755724722941529;
  const sh4 = 2.5109717341139595e-8;
  const sh = sh0 + z * (sh1 + z * (sh2 + z * (sh3 + z * sh4)));
  const even = z * (0.5 + z * ch);
  const odd = r * z * sh;
  const q = t < 22 ? pow2(-2 * k) : 0;
  const one = 1 + q;
  const sum = one + r;
  const less = q * r;
  const total = sum - less;
  const lost = r - (sum - one) + (sum - total - less) + (1 - one + q);
  const y = total + (lost + (one * (even + r * tail) + (1 - q) * (odd + tail)));
  return t < 700 ? y * pow2(k - 1) : scaledExp(t, y, k - 1);
}

/** Hyperbolic tangent: 1 - 2 / (e^2|x| + 1) from 0.625 on, a rational function below. */
export function tanh(x: number): number {
  return Math.abs(x) < 0.625 ? smallTanh(x) : signOf(x) * largeTanh(Math.abs(x));
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
  const ratio = p / q;
  return x === 0 ? x : x + x * (z * ratio);
}

/** 1 - 2 / (e^2x + 1) for x >= 0.625, with e^2x + 1 = 2^k (sum + rest) to more than a double's bits. */
function largeTanh(x: number): number {
  const t = x > 22 ? 44 : x + x;
  const k = nearest(t * 1.4426950408889634);
  const near = t - k * 0.6931471803691238;
  const away = k * 1.9082149292705877e-10;
  const r = near - away;
  const tail = near - r - away;
  const z = r * r;
  const ch0 = 0.04166666666666667;
  const ch1 = 0.0013888888888882133;
  const ch2 = 0.000024801587330117302;
  const ch3 = 2.755726879790594e-7;
  const ch4 = 2.091641704006988e-9;
  const ch = ch0 + z * (ch1 + z * (ch2 + z * (ch3 + z * ch4)));
  const sh0 = 0.16666666666666669;
  const sh1 = 0.008333333333326823;
  const sh2 = 0.0001984126987789365;
  const sh3 = 0.000002755724722941529;
  const sh4 = 2.5109717341139595e-8;
  const sh = sh0 + z * (sh1 + z * (sh2 + z * (sh3 + z * sh4)));
  const even = z * (0.5 + z * ch);
  const odd = r * z * sh;
  const q = pow2(-k);
  const one = 1 + q;
  const head = one + r;
  const hidden = r - (head - one) + (even + odd + (tail + r * tail));
  const sum = head + hidden;
  const rest = hidden - (sum - head);
  const inverse = 1 / sum;
  const part = 2 * q * inverse;
  const y = 1 - part;
  return y + (1 - y - part + part * (inverse * rest));
}

/** x^y = e^(y log x), with log x and the product to 68 bits: exact powers are exact. */
export function pow(x: number, y: number): number {
  const size = Math.abs(x);
  const v = size < 1e-307 ? size * 18014398509481984 : size;
  const e = exponent(v);
  const m = 0.5 * (v * pow2(1 - e));
  const twice = nearest(m + m);
  const is15 = (twice - 2) * (4 - twice);
  const is2 = 0.5 * (twice - 2) * (twice - 3);
  const n = (size < 1e-307 ? e - 54 : e) + is2;
  const center = 0.5 * twice;
  const f = m - center;
  const d = m + center;
  const inverse = 1 / d;
  const s = f * inverse;
  const sHeadShift = s * 134217729;
  const sHead = sHeadShift - (sHeadShift - s);
  const dHeadShift = d * 134217729;
  const dHead = dHeadShift - (dHeadShift - d);
  const dRest = m - (dHead - center);
  const sRest = inverse * (f - sHead * dHead - sHead * dRest);
  const zHead = sHead * sHead;
  const zRest = sRest * (sHead + s);
  const zz = zHead + zRest;
  const zzzz = zz * zz;
  const p0 = 0.6;
  const p1 = 0.42857142857155445;
  const p2 = 0.3333333332180406;
  const p3 = 0.27272731098151004;
  const p4 = 0.23076362421205535;
  const p5 = 0.20035425201007453;
  const p6 = 0.17072708605335135;
  const pEven = p0 + zzzz * (p2 + zzzz * (p4 + zzzz * p6));
  const pOdd = p1 + zzzz * (p3 + zzzz * p5);
  const p = pEven + zz * pOdd;
  const uMore = zRest + zzzz * p;
  const u = 3 + zHead + uMore;
  const uHeadShift = u * 134217729;
  const uHead = uHeadShift - (uHeadShift - u);
  const uRest = uMore - (uHead - 3 - zHead);
  const product = sHead * uHead;
  const productRest = sRest * u + sHead * uRest;
  const w = product + productRest;
  const wHeadShift = w * 134217729;
  const wHead = wHeadShift - (wHeadShift - w);
  const wRest = productRest - (wHead - product);
  const high = wHead * 0.6666666567325592;
  const low = wHead * 9.934107462565104e-9 + wRest * 0.6666666666666666;
  const whole = n * 0.6931471805598903 + is15 * 0.4054651081080465;
  const nearL = whole + high;
  const awayL = whole - nearL + high + (low + (n * 5.497923018708371e-14 + is15 * 1.1790280407716567e-13));
  const l = nearL + awayL;
  const lHeadShift = l * 134217729;
  const lHead = lHeadShift - (lHeadShift - l);
  const lRest = nearL - lHead + awayL;
  const power = Math.abs(y) < 18446744073709552000 ? y : y > 0 ? 18446744073709552000 : -18446744073709552000;
  const yHeadShift = power * 134217729;
  const yHead = yHeadShift - (yHeadShift - power);
  const t = yHead * lHead;
  const tRest = (power - yHead) * lHead + power * lRest;
  const k = nearest((t + tRest) * 1.4426950408889634);
  const near = t - k * 0.6931471805598903;
  const away = tRest - k * 5.497923018708371e-14;
  const r = near + away;
  const tail = near - r + away;
  const one = 1;
  const oneRest = 0;
  const z = r * r;
  const ch0 = 0.04166666666666667;
  const ch1 = 0.0013888888888882133;
  const ch2 = 0.000024801587330117302;
  const ch3 = 2.755726879790594e-7;
  const ch4 = 2.091641704006988e-9;
  const ch = ch0 + z * (ch1 + z * (ch2 + z * (ch3 + z * ch4)));
  const sh0 = 0.16666666666666669;
  const sh1 = 0.008333333333326823;
  const sh2 = 0.0001984126987789365;
  const sh3 = 0.000002755724722941529;
  const sh4 = 2.5109717341139595e-8;
  const sh = sh0 + z * (sh1 + z * (sh2 + z * (sh3 + z * sh4)));
  const headShift = r * 134217729;
  const head = headShift - (headShift - r);
  const square = 0.5 * head * head;
  const squareRest = 0.5 * (r - head) * (r + head);
  const small = squareRest + (z * z * ch + r * z * sh) + (tail + r * tail);
  const linear = one + r;
  const quadratic = linear + square;
  const mantissa = quadratic + (r - (linear - one) + (square - (quadratic - linear) + (oneRest + small)));
  const value = Math.abs(t) < 707 ? mantissa * pow2(k) : scaledExp(t, mantissa, k);
  return (x > 0 ? (x < 1 / 0 ? Math.abs(y) : 1 / 0) : 1 / 0) < 1 / 0 ? value : specialPow(x, y, value);
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
