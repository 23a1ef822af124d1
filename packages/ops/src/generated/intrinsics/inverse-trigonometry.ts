// Written by `pnpm generate` from the programs in src/intrinsics. Do not edit.
import { leading, signOf } from "../../intrinsics/primitives.js";
import { shared4, shared6 } from "./shared.js";

/** Arc sine: x + x^3 p(x^2) up to 1/2, and pi/2 - 2 asin(sqrt((1 - x) / 2)) from there. */
export function asin(x: number): number {
  const size = Math.abs(x);
  const t = 0.5 * (1 - size);
  const v = size < 0.5 ? x * x : t;
  const w = v * v;
  const q = shared6(v, w);
  return size < 0.5 ? x + x * q : largeAsin(x, t, q);
}

/** asin(x) for |x| from 1/2, where t = (1 - |x|) / 2 and asin(sqrt(t)) = sqrt(t) (1 + q). */
export function largeAsin(x: number, t: number, q: number): number {
  const root = Math.sqrt(t);
  const head = leading(root);
  const near = 1.5707963267948966 - 2 * head;
  return signOf(x) * (near + (1.5707963267948966 - near - 2 * head + 6.123233995736766e-17 - 2 * ((t > 0 ? (t - head * head) / (root + head) : 0) + root * q)));
}

/** Arc cosine: pi/2 - asin(x) up to 1/2, and 2 asin(sqrt((1 - |x|) / 2)) or pi minus that from there. */
export function acos(x: number): number {
  const size = Math.abs(x);
  const t = 0.5 * (1 - size);
  const v = size < 0.5 ? x * x : t;
  const w = v * v;
  const q = shared6(v, w);
  const middle = 1.5707963267948966 - x;
  return size < 0.5 ? middle + (1.5707963267948966 - middle - x + 6.123233995736766e-17 - x * q) : largeAcos(x, t, q);
}

/** acos(x) for |x| from 1/2, where t = (1 - |x|) / 2 and asin(sqrt(t)) = sqrt(t) (1 + q). */
export function largeAcos(x: number, t: number, q: number): number {
  const root = Math.sqrt(t);
  const head = leading(root);
  const more = (t > 0 ? (t - head * head) / (root + head) : 0) + root * q;
  const near = 3.141592653589793 - 2 * head;
  return x > 0 ? 2 * head + 2 * more : near + (3.141592653589793 - near - 2 * head + 1.2246467991473532e-16 - 2 * more);
}

/** Arc tangent: x + x^3 p(x^2) up to 0.6, pi/4 + atan((x - 1) / (x + 1)) up to 1.6, pi/2 + atan(-1 / x) from there. */
export function atan(x: number): number {
  const size = Math.abs(x);
  const t = size < 1.6 ? (size < 0.6 ? size : (size - 1) / (size + 1)) : -1 / size;
  const high = size < 1.6 ? (size < 0.6 ? 0 : 0.7853981633974483) : 1.5707963267948966;
  const z = t * t;
  const pPower2 = z * z;
  const pPower4 = pPower2 * pPower2;
  const sum = high + t;
  return signOf(x) * (sum + (high - sum + t + (t * shared4(z, pPower2, pPower4) + high * 3.8981718325193755e-17)));
}

/** The angle of the point (x, y): the arc tangent of the smaller by the larger side, in two pieces, turned. */
export function atan2(y: number, x: number): number {
  const width = Math.abs(x);
  const height = Math.abs(y);
  const n = height < width ? height : width;
  const d = height < width ? width : height;
  return n > 1e-150 ? (d < 1e+150 ? ratioAtan(y, x, n, d) : extremeAtan2(y, x, n, d)) : extremeAtan2(y, x, n, d);
}

/** atan2(y, x) where the smaller side n or the larger side d is tiny, huge, zero or NaN. */
export function extremeAtan2(y: number, x: number, n: number, d: number): number {
  const ratio = d > 0 ? (n === d ? 1 : n / d) : 0;
  const scale = d < 1 ? 4.149515568880993e+180 : 2.409919865102884e-181;
  const small = ratio < 1e-18 ? ratio : n === d ? 1 : n * scale;
  const large = ratio < 1e-18 ? 1 : n === d ? 1 : d * scale;
  return x !== x ? x : y !== y ? y : ratioAtan(signOf(y) * (Math.abs(y) <= Math.abs(x) ? small : large), signOf(x) * (Math.abs(y) <= Math.abs(x) ? large : small), small, large);
}

/** atan2(y, x) from the smaller side n and the larger side d: atan(n / d), or pi/4 + atan((n - d) / (n + d)). */
export function ratioAtan(y: number, x: number, n: number, d: number): number {
  const top = n < 0.6 * d ? n : n - d;
  const bottom = n < 0.6 * d ? d : n + d;
  const inverse = 1 / bottom;
  const head = leading(top * inverse);
  const bottomHead = leading(bottom);
  return turnedAtan(y, x, n < 0.6 * d ? 0 : 0.7853981633974483, head, (top - head * bottomHead - head * (bottom - bottomHead)) * inverse);
}

/** atan2(y, x), where base + atan(head + more) is the arc tangent of the smaller by the larger side. */
export function turnedAtan(y: number, x: number, base: number, head: number, more: number): number {
  const t = head + more;
  const z = t * t;
  const pPower2 = z * z;
  const pPower4 = pPower2 * pPower2;
  const turn = signOf(x);
  const sign = turn * signOf(Math.abs(x) - Math.abs(y));
  const high = (1 - 0.5 * (turn + sign)) * 1.5707963267948966 + sign * base;
  const part = sign * head;
  const sum = high + part;
  return signOf(y) * (sum + (high - sum + part + (sign * (more + t * shared4(z, pPower2, pPower4)) + high * 3.8981718325193755e-17)));
}
