// Written by `pnpm generate` from the programs in src/intrinsics. Do not edit.
import { exponent, leading, nearest, pow2 } from "../../intrinsics/primitives.js";
import { scaledExp } from "./exponential.js";
import { shared7 } from "./shared.js";

/** x^y = e^(y log x), with log x and the product to 68 bits: exact powers are exact. */
export function pow(x: number, y: number): number {
  const size = Math.abs(x);
  const v = size < 1e-307 ? size * 18014398509481984 : size;
  const e = exponent(v);
  const m = 0.5 * (v * pow2(1 - e));
  const twice = nearest(m + m);
  const is15 = (twice - 2) * (4 - twice);
  const n = (size < 1e-307 ? e - 54 : e) + 0.5 * (twice - 2) * (twice - 3);
  const center = 0.5 * twice;
  const f = m - center;
  const d = m + center;
  const inverse = 1 / d;
  const s = f * inverse;
  const sHead = leading(s);
  const dHead = leading(d);
  const sRest = inverse * (f - sHead * dHead - sHead * (m - (dHead - center)));
  const zHead = sHead * sHead;
  const zRest = sRest * (sHead + s);
  const zz = zHead + zRest;
  const zzzz = zz * zz;
  const uMore = zRest + zzzz * (0.6 + zzzz * (0.3333333332180406 + zzzz * (0.23076362421205535 + zzzz * 0.17072708605335135)) + zz * (0.42857142857155445 + zzzz * (0.27272731098151004 + zzzz * 0.20035425201007453)));
  const u = 3 + zHead + uMore;
  const uHead = leading(u);
  const product = sHead * uHead;
  const productRest = sRest * u + sHead * (uMore - (uHead - 3 - zHead));
  const wHead = leading(product + productRest);
  const high = wHead * 0.6666666567325592;
  const whole = n * 0.6931471805598903 + is15 * 0.4054651081080465;
  const nearL = whole + high;
  const awayL = whole - nearL + high + (wHead * 9.934107462565104e-9 + (productRest - (wHead - product)) * 0.6666666666666666 + (n * 5.497923018708371e-14 + is15 * 1.1790280407716567e-13));
  const lHead = leading(nearL + awayL);
  const power = Math.abs(y) < 18446744073709552000 ? y : y > 0 ? 18446744073709552000 : -18446744073709552000;
  const yHead = leading(power);
  const t = yHead * lHead;
  const tRest = (power - yHead) * lHead + power * (nearL - lHead + awayL);
  const k = nearest((t + tRest) * 1.4426950408889634);
  const near = t - k * 0.6931471805598903;
  const away = tRest - k * 5.497923018708371e-14;
  const r = near + away;
  const tail = near - r + away;
  const z = r * r;
  const head = leading(r);
  const square = 0.5 * head * head;
  const linear = 1 + r;
  const quadratic = linear + square;
  const mantissa = quadratic + (r - (linear - 1) + (square - (quadratic - linear) + (0 + (shared7(r, head, z) + (tail + r * tail)))));
  const value = Math.abs(t) < 707 ? mantissa * pow2(k) : scaledExp(t, mantissa, k);
  return (x > 0 ? (x < 1 / 0 ? Math.abs(y) : 1 / 0) : 1 / 0) < 1 / 0 ? value : specialPow(x, y, value);
}

/** x^y where a sign, an infinity, a zero or NaN decides, as C99 and IEEE 754 say; size is |x|^y. */
export function specialPow(x: number, y: number, size: number): number {
  const parity = y - 2 * Math.floor(0.5 * y);
  const value = limitPow(Math.abs(x), y, size);
  return y === 0 ? 1 : x === 1 ? 1 : x !== x ? x : y !== y ? y : (x === 0 ? 1 / x : x) > 0 ? value : parity === 1 ? -value : parity === 0 ? value : fractionalPow(x, y, value);
}

/** A negative x to a power y that is not an integer: NaN, unless one of them is infinite or x is -0. */
export function fractionalPow(x: number, y: number, value: number): number {
  return x < 0 ? (x > -1 / 0 ? (Math.abs(y) < 1 / 0 ? 0 / 0 : value) : value) : value;
}

/** a^y for a >= 0, where a or y may be 0 or infinite. */
export function limitPow(a: number, y: number, size: number): number {
  const limit = (a < 1 ? -y : y) > 0 ? 1 / 0 : 0;
  return a === 0 ? limit : a === 1 / 0 ? limit : Math.abs(y) < 1 / 0 ? size : a === 1 ? 1 : limit;
}
