// Written by `pnpm generate` from the programs in src/intrinsics. Do not edit.
import { largeAngle } from "../../intrinsics/large-angle.js";
import { leading, nearest } from "../../intrinsics/primitives.js";

/** Sine of x radians. */
export function sin(x: number): number {
  const n = nearest(x * 0.6366197723675814);
  const r0 = x - n * 1.5707963267923333;
  const w1 = n * 2.5633441515839558e-12;
  const r1 = r0 - w1;
  const w2 = n * 1.0562999066987428e-23 - (r0 - r1 - w1);
  const r = r1 - w2;
  return Math.abs(x) < 0.78 ? sinOf(x, 0) : Math.abs(x) < 16384 ? sinOfTurned(n, r, r1 - r - w2) : largeSin(x);
}

/** Cosine of x radians. */
export function cos(x: number): number {
  const n = nearest(x * 0.6366197723675814);
  const r0 = x - n * 1.5707963267923333;
  const w1 = n * 2.5633441515839558e-12;
  const r1 = r0 - w1;
  const w2 = n * 1.0562999066987428e-23 - (r0 - r1 - w1);
  const r = r1 - w2;
  return Math.abs(x) < 0.78 ? cosOf(x, 0) : Math.abs(x) < 16384 ? sinOfTurned(n + 1, r, r1 - r - w2) : largeCos(x);
}

/** Tangent of x radians. */
export function tan(x: number): number {
  const n = nearest(x * 1.2732395447351628);
  const r0 = x - n * 0.7853981633961666;
  const w1 = n * 1.2816720757919779e-12;
  const r1 = r0 - w1;
  const w2 = n * 5.281499533493714e-24 - (r0 - r1 - w1);
  const r = r1 - w2;
  return Math.abs(x) < 16384 ? (x === 0 ? x : tanOfTurned(n, r, r1 - r - w2)) : largeTan(x);
}

/** sin(r + tail) for |r| <= pi/4. */
export function sinOf(r: number, tail: number): number {
  const z = r * r;
  return r === 0 ? r : r + (r * z * (-0.16666666666666666 + z * (0.008333333333331293 + z * (-0.00019841269837051875 + z * (0.0000027557316203987023 + z * (-2.5051147150490575e-8 + z * 1.5918966645919517e-10))))) + tail * (1 - 0.5 * z));
}

/** cos(r + tail) for |r| <= pi/4. */
export function cosOf(r: number, tail: number): number {
  const z = r * r;
  const square = 0.5 * z;
  const one = 1 - square;
  return one + (1 - one - square + (z * z * (0.041666666666666664 + z * (-0.0013888888888886446 + z * (0.000024801587297401976 + z * (-2.7557316600431846e-7 + z * (2.0876013283158355e-9 + z * -1.1373512505405432e-11))))) - r * tail));
}

/** sin(n pi/2 + r + tail). */
export function sinOfTurned(n: number, r: number, tail: number): number {
  const half = Math.floor(0.5 * n);
  return (1 - 2 * (half - 2 * Math.floor(0.5 * half))) * (n === half + half ? sinOf(r, tail) : cosOf(r, tail));
}

/** tan(n pi/4 + r + tail) = (a + b t) / (b - a t), t = tan(r + tail), both sides as sums of two doubles. */
export function tanOfTurned(n: number, r: number, tail: number): number {
  const z = r * r;
  const w = z * z;
  const more = r * z * (0.33333333333333337 + w * (0.05396825397694266 + w * (0.008863254984746853 + w * (0.0014597551332693542 + w * 0.0003191790046543815))) + z * (0.1333333333332848 + w * (0.02186948795235826 + w * (0.00359176633104754 + w * 0.000565557825282123)))) + tail * (1 + z);
  const q = n - 4 * Math.floor(0.25 * n);
  const a = Math.floor(0.25 * (q + 3));
  const b = 1 - Math.floor(0.2 * (q * q + 1));
  const top = a + b * r;
  const bottom = b - a * r;
  const bottomRest = b - bottom - a * r - a * more;
  const inverse = 1 / (bottom + bottomRest);
  const y = top * inverse;
  const yHead = leading(y);
  const head = leading(bottom);
  const yRest = y - yHead;
  const rest = bottom - head;
  return y + (top - yHead * head - yHead * rest - yRest * head - yRest * rest + (a - top + b * r + b * more) - y * bottomRest) * inverse;
}

/** sin(x) for |x| >= 2^14. */
export function largeSin(x: number): number {
  return sinOfTurned(largeAngle(x, 0), largeAngle(x, 1), largeAngle(x, 2));
}

/** cos(x) for |x| >= 2^14. */
export function largeCos(x: number): number {
  return sinOfTurned(largeAngle(x, 0) + 1, largeAngle(x, 1), largeAngle(x, 2));
}

/** tan(x) for |x| >= 2^14. */
export function largeTan(x: number): number {
  const angle = largeAngle(x, 1);
  const j = nearest(angle * 1.2732395447351628);
  const near = angle - j * 0.7853981633974483;
  const away = largeAngle(x, 2) - j * 3.061616997868383e-17;
  const r = near + away;
  return tanOfTurned(2 * largeAngle(x, 0) + j, r, near - r + away);
}
