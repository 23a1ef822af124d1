// Written by `pnpm generate` from the programs in src/intrinsics. Do not edit.
import { exponent, pow2, signOf } from "../../intrinsics/primitives.js";

/** Arc sine: x + x^3 p(x^2) up to 1/2, and pi/2 - 2 asin(sqrt((1 - x) / 2)) from there. */
export function asin(x: number): number {
  const size = Math.abs(x);
  const t = 0.5 * (1 - size);
  const v = size < 0.5 ? x * x : t;
  const w = v * v;
  const p0 = 0.16666666666666669;
  const p1 = 0.0749999999999759;
  const p2 = 0.04464285714805035;
  const p3 = 0.03038194400554321;
  const p4 = 0.022372178312011538;
  const p5 = 0.017352265231811426;
  const p6 = 0.013973125860187398;
  const p7 = 0.01146033554722546;
  const p8 = 0.010446316667760271;
  const p9 = 0.004924000571813685;
  const p10 = 0.01885947851779985;
  const p11 = -0.017138567663954364;
  const p12 = 0.030323659626995896;
  const pEven = p0 + w * (p2 + w * (p4 + w * (p6 + w * (p8 + w * (p10 + w * p12)))));
  const pOdd = p1 + w * (p3 + w * (p5 + w * (p7 + w * (p9 + w * p11))));
  const p = pEven + v * pOdd;
  const q = v * p;
  const root = Math.sqrt(t);
  const headShift = root * 134217729;
  const head = headShift - (headShift - root);
  const rest = t > 0 ? (t - head * head) / (root + head) : 0;
  const more = rest + root * q;
  const quarter = 1.5707963267948966;
  const near = quarter - 2 * head;
  const away = quarter - near - 2 * head + 6.123233995736766e-17;
  return size < 0.5 ? x + x * q : signOf(x) * (near + (away - 2 * more));
}

/** Arc cosine: pi/2 - asin(x) up to 1/2, and 2 asin(sqrt((1 - |x|) / 2)) or pi minus that from there. */
export function acos(x: number): number {
  const size = Math.abs(x);
  const t = 0.5 * (1 - size);
  const v = size < 0.5 ? x * x : t;
  const w = v * v;
  const p0 = 0.16666666666666669;
  const p1 = 0.0749999999999759;
  const p2 = 0.04464285714805035;
  const p3 = 0.03038194400554321;
  const p4 = 0.022372178312011538;
  const p5 = 0.017352265231811426;
  const p6 = 0.013973125860187398;
  const p7 = 0.01146033554722546;
  const p8 = 0.010446316667760271;
  const p9 = 0.004924000571813685;
  const p10 = 0.01885947851779985;
  const p11 = -0.017138567663954364;
  const p12 = 0.030323659626995896;
  const pEven = p0 + w * (p2 + w * (p4 + w * (p6 + w * (p8 + w * (p10 + w * p12)))));
  const pOdd = p1 + w * (p3 + w * (p5 + w * (p7 + w * (p9 + w * p11))));
  const p = pEven + v * pOdd;
  const q = v * p;
  const root = Math.sqrt(t);
  const headShift = root * 134217729;
  const head = headShift - (headShift - root);
  const rest = t > 0 ? (t - head * head) / (root + head) : 0;
  const more = rest + root * q;
  const quarter = 1.5707963267948966;
  const quarterLow = 6.123233995736766e-17;
  const middle = quarter - x;
  const middleRest = quarter - middle - x + quarterLow;
  const near = 2 * quarter - 2 * head;
  const away = 2 * quarter - near - 2 * head + 2 * quarterLow;
  const large = x > 0 ? 2 * head + 2 * more : near + (away - 2 * more);
  return size < 0.5 ? middle + (middleRest - x * q) : large;
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

/** The angle of the point (x, y): the arc tangent of the smaller by the larger side, in two pieces, turned. */
export function atan2(y: number, x: number): number {
  const width = Math.abs(x);
  const height = Math.abs(y);
  const n = height < width ? height : width;
  const d = height < width ? width : height;
  const q = n === d ? (d === 0 ? 0 : 1) : n / d;
  const scale = pow2(0 - Math.floor(0.5 * exponent(d)));
  const side = d * scale;
  const qHeadShift = q * 134217729;
  const qHead = qHeadShift - (qHeadShift - q);
  const headShift = side * 134217729;
  const head = headShift - (headShift - side);
  const qRest = q - qHead;
  const sideRest = side - head;
  const missing = n * scale - qHead * head - qHead * sideRest - qRest * head - qRest * sideRest;
  const more = n === d ? 0 : q > 1e-18 ? missing / side / (1 + q * q) : 0;
  const c = q < 0.4375 ? 0 : q < 0.6875 ? 0.5 : 1;
  const a1 = 0.4636476090008061;
  const a2 = 0.7853981633974483;
  const a3 = 0.982793723247329;
  const high = c === 0 ? 0 : c === 0.5 ? a1 : c === 1 ? a2 : a3;
  const b1 = 2.2698777452961687e-17;
  const b2 = 3.061616997868383e-17;
  const b3 = 1.3903311031230998e-17;
  const low = c === 0 ? 0 : c === 0.5 ? b1 : c === 1 ? b2 : b3;
  const t = (q - c) / (1 + c * q);
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
  const high1 = quarter - high;
  const low1 = quarter - high1 - high + (quarterLow - low);
  const high2 = height > width ? high1 : high;
  const low2 = height > width ? low1 : low;
  const sign2 = height > width ? -1 : 1;
  const high3 = 2 * quarter - high2;
  const low3 = 2 * quarter - high3 - high2 + (2 * quarterLow - low2);
  const high4 = signOf(x) < 0 ? high3 : high2;
  const low4 = signOf(x) < 0 ? low3 : low2;
  const sign = signOf(x) < 0 ? -sign2 : sign2;
  return signOf(y) * (high4 + (sign * t + (sign * (small + more) + low4)));
}
