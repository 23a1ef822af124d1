// Written by `pnpm generate` from the programs in src/intrinsics. Do not edit.
import { leading, nearest, pow2 } from "../../intrinsics/primitives.js";
import { shared1, shared7 } from "./shared.js";

/** e^x. x = k log 2 + r with |r| < 0.35; exp(r) by its even and odd parts; times 2^k. */
export function exp(x: number): number {
  const k = nearest(x * 1.4426950408889634);
  const near = x - k * 0.6931471803691238;
  const away = k * 1.9082149292705877e-10;
  const r = near - away;
  const z = r * r;
  const sum = 1 + r;
  const y = sum + (r - (sum - 1) + (shared1(z, r) + (near - r - away) * sum));
  return Math.abs(x) < 708 ? y * pow2(k) : scaledExp(x, y, k);
}

/** 2^x = 2^k e^(f log 2), k + f = x, with log 2 and f in two pieces. */
export function exp2(x: number): number {
  const k = nearest(x);
  const f = x - k;
  const fHead = leading(f);
  const near = fHead * 0.6931471675634384;
  const away = fHead * 1.2996506893889889e-8 + (f - fHead) * 0.6931471805599453;
  const r = near + away;
  const z = r * r;
  const sum = 1 + r;
  const y = sum + (r - (sum - 1) + (shared1(z, r) + (near - r + away) * sum));
  return Math.abs(x) < 1021 ? y * pow2(k) : scaledExp(x * 0.6931471805599453, y, k);
}

/** y 2^k, about e^x, where 2^k alone may overflow or vanish: by two factors, so that y is rounded once. */
export function scaledExp(x: number, y: number, k: number): number {
  const half = Math.floor(0.5 * k);
  return x > 712 ? 1 / 0 : x < -746 ? 0 : y * pow2(half) * pow2(k - half);
}

/** e^x - 1 without cancellation near 0: 2^k (1 - 2^-k + exp(r) - 1). */
export function expm1(x: number): number {
  const k = nearest(x * 1.4426950408889634);
  const near = x - k * 0.6931471803691238;
  const away = k * 1.9082149292705877e-10;
  const r = near - away;
  const tail = near - r - away;
  const q = pow2(-k);
  const one = 1 - q;
  const z = r * r;
  const head = leading(r);
  const square = 0.5 * head * head;
  const linear = one + r;
  const quadratic = linear + square;
  return Math.abs(x) < 40 ? (x === 0 ? x : (quadratic + (r - (linear - one) + (square - (quadratic - linear) + (1 - one - q + (shared7(r, head, z) + (tail + r * tail)))))) * pow2(k)) : farExpm1(x);
}

/** e^x - 1 for |x| >= 40, where the 1 is below half an ulp, or is all there is. */
export function farExpm1(x: number): number {
  return x < 0 ? -1 : exp(x);
}
