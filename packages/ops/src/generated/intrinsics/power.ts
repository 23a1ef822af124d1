// Written by `pnpm generate` from the programs in src/intrinsics. Do not edit.
import { exponent, nearest, pow2 } from "../../intrinsics/primitives.js";
import { scaledExp } from "./exponential.js";

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
  const pEven = 0.6 + zzzz * (0.3333333332180406 + zzzz * (0.23076362421205535 + zzzz * 0.17072708605335135));
  const pOdd = 0.42857142857155445 + zzzz * (0.27272731098151004 + zzzz * 0.20035425201007453);
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
  const ch = 0.04166666666666738 + z * (0.001388888888859872 + z * (0.000024801587728073886 + z * (2.755702840197809e-7 + z * 2.097029134911238e-9)));
  const sh = 0.16666666666666669 + z * (0.008333333333326823 + z * (0.0001984126987789365 + z * (0.000002755724722941529 + z * 2.5109717341139595e-8)));
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
export function specialPow(x: number, y: number, size: number): number {
  const parity = y - 2 * Math.floor(0.5 * y);
  const sign = x === 0 ? 1 / x : x;
  const value = limitPow(Math.abs(x), y, size);
  const signed = sign > 0 ? value : parity === 1 ? -value : parity === 0 ? value : fractionalPow(x, y, value);
  return y === 0 ? 1 : x === 1 ? 1 : x !== x ? x : y !== y ? y : signed;
}

/** A negative x to a power y that is not an integer: NaN, unless one of them is infinite or x is -0. */
export function fractionalPow(x: number, y: number, value: number): number {
  return x < 0 ? (x > -1 / 0 ? (Math.abs(y) < 1 / 0 ? 0 / 0 : value) : value) : value;
}

/** a^y for a >= 0, where a or y may be 0 or infinite. */
export function limitPow(a: number, y: number, size: number): number {
  const grows = a < 1 ? -y : y;
  const limit = grows > 0 ? 1 / 0 : 0;
  return a === 0 ? limit : a === 1 / 0 ? limit : Math.abs(y) < 1 / 0 ? size : a === 1 ? 1 : limit;
}
