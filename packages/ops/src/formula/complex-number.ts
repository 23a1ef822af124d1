import { atan, cos, log, log1p, sin } from "../intrinsics.js";

/** A complex number. */
export type Complex = readonly [re: number, im: number];

/** x im, where a part that is 0 stays 0 even beside infinity: an imaginary part of 0 means a real number. */
export function scaled(x: number, im: number): number {
  return im === 0 || x === 0 ? 0 : x * im;
}

/** a b. */
export function multiply([a, b]: Complex, [c, d]: Complex): Complex {
  return [a * c - scaled(b, d), scaled(a, d) + scaled(c, b)];
}

/** a / b by Smith's method, which squares nothing. A finite number divided by an infinite one is 0. */
export function divide([a, b]: Complex, [c, d]: Complex): Complex {
  if (d === 0) return [a / c, b === 0 ? 0 : b / c];
  if (isInfinite([c, d]) && !isInfinite([a, b])) return [0, 0];
  if (Math.abs(c) >= Math.abs(d)) {
    const ratio = d / c;
    const size = c + d * ratio;
    return [(a + b * ratio) / size, (b - a * ratio) / size];
  }
  const ratio = c / d;
  const size = c * ratio + d;
  return [(a * ratio + b) / size, (b * ratio - a) / size];
}

/** size (cos angle + i sin angle). */
export function polar(size: number, angle: number): Complex {
  return [size * cos(angle), scaled(size, sin(angle))];
}

/** log |z|; exactly log |re| where im is too small to count. Or to another base, with its logarithm of e. */
export function logModulus([re, im]: Complex, toBase = log, logE = 1): number {
  const large = Math.max(Math.abs(re), Math.abs(im));
  const small = Math.min(Math.abs(re), Math.abs(im));
  if (small === 0 || large === Infinity) return toBase(large);
  const ratio = small / large;
  return toBase(large) + 0.5 * logE * log1p(ratio * ratio);
}

/** The angle of z in [-pi, pi]; a small one is as precise as im / re. */
export function argument([re, im]: Complex): number {
  const above = im < 0 || Object.is(im, -0) ? -1 : 1;
  const right = re < 0 || Object.is(re, -0) ? -1 : 1;
  if (Math.abs(im) > Math.abs(re)) return above * (Math.PI / 2) - atan(re / im);
  const slope = im === 0 || Math.abs(im) === Math.abs(re) ? above * right * Math.sign(Math.abs(im)) : im / re;
  return right < 0 ? above * Math.PI + atan(slope) : atan(slope);
}

function isInfinite([re, im]: Complex): boolean {
  return Math.abs(re) === Infinity || Math.abs(im) === Infinity;
}
