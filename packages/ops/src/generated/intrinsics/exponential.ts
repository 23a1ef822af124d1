// Written by `pnpm generate` from the programs in src/intrinsics. Do not edit.
import { nearest, pow2 } from "../../intrinsics/primitives.js";

/** e^x. x = k log 2 + r with |r| < 0.35; exp(r) by its even and odd parts; times 2^k. */
export function exp(x: number): number {
  const t = x;
  const k = nearest(t * 1.4426950408889634);
  const near = t - k * 0.6931471803691238;
  const away = k * 1.9082149292705877e-10;
  const r = near - away;
  const tail = near - r - away;
  const z = r * r;
  const ch = 0.04166666666666738 + z * (0.001388888888859872 + z * (0.000024801587728073886 + z * (2.755702840197809e-7 + z * 2.097029134911238e-9)));
  const sh = 0.16666666666666669 + z * (0.008333333333326823 + z * (0.0001984126987789365 + z * (0.000002755724722941529 + z * 2.5109717341139595e-8)));
  const even = z * (0.5 + z * ch);
  const odd = r * z * sh;
  const sum = 1 + r;
  const y = sum + (r - (sum - 1) + (even + odd + tail * sum));
  return Math.abs(x) < 708 ? y * pow2(k) : scaledExp(x, y, k);
}

/** 2^x = 2^k e^(f log 2), k + f = x, with log 2 and f in two pieces. */
export function exp2(x: number): number {
  const k = nearest(x);
  const f = x - k;
  const fHeadShift = f * 134217729;
  const fHead = fHeadShift - (fHeadShift - f);
  const near = fHead * 0.6931471675634384;
  const away = fHead * 1.2996506893889889e-8 + (f - fHead) * 0.6931471805599453;
  const r = near + away;
  const tail = near - r + away;
  const z = r * r;
  const ch = 0.04166666666666738 + z * (0.001388888888859872 + z * (0.000024801587728073886 + z * (2.755702840197809e-7 + z * 2.097029134911238e-9)));
  const sh = 0.16666666666666669 + z * (0.008333333333326823 + z * (0.0001984126987789365 + z * (0.000002755724722941529 + z * 2.5109717341139595e-8)));
  const even = z * (0.5 + z * ch);
  const odd = r * z * sh;
  const sum = 1 + r;
  const y = sum + (r - (sum - 1) + (even + odd + tail * sum));
  return Math.abs(x) < 1021 ? y * pow2(k) : scaledExp(x * 0.6931471805599453, y, k);
}

/** y 2^k, about e^x, where 2^k alone may overflow or vanish: by two factors, so that y is rounded once. */
export function scaledExp(x: number, y: number, k: number): number {
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
  return Math.abs(x) < 40 ? (x === 0 ? x : mantissa * pow2(k)) : farExpm1(x);
}

/** e^x - 1 for |x| >= 40, where the 1 is below half an ulp, or is all there is. */
export function farExpm1(x: number): number {
  return x < 0 ? -1 : exp(x);
}
