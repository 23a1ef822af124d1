// Written by `pnpm generate` from the programs in src/intrinsics. Do not edit.
import { nearest, pow2, signOf } from "../../intrinsics/primitives.js";
import { scaledExp } from "./exponential.js";
import { shared1, shared5, shared9 } from "./shared.js";

/** (e^x - e^-x) / 2 = 2^(k-1) ((1 - q) cosh(r) + (1 + q) sinh(r)), q = 4^-k: no cancellation, no division. */
export function sinh(x: number): number {
  const t = Math.abs(x);
  const k = nearest(t * 1.4426950408889634);
  const near = t - k * 0.6931471803691238;
  const away = k * 1.9082149292705877e-10;
  const r = near - away;
  const tail = near - r - away;
  const z = r * r;
  const q = t < 22 ? pow2(-2 * k) : 0;
  const one = 1 - q;
  const sum = one + r;
  const more = q * r;
  const total = sum + more;
  const y = total + (r - (sum - one) + (more - (total - sum)) + (1 - one - q) + (one * shared9(z, r, tail) + (1 + q) * (shared5(r, z) + tail)));
  return signOf(x) * (t < 700 ? y * pow2(k - 1) : scaledExp(t, y, k - 1));
}

/** (e^x + e^-x) / 2 = 2^(k-1) ((1 + q) cosh(r) + (1 - q) sinh(r)), q = 4^-k. k is 0 up to 1/2, where the curve is so flat that a rounding more would break its rise. */
export function cosh(x: number): number {
  const t = Math.abs(x);
  const k = t < 0.5 ? 0 : nearest(t * 1.4426950408889634);
  const near = t - k * 0.6931471803691238;
  const away = k * 1.9082149292705877e-10;
  const r = near - away;
  const tail = near - r - away;
  const z = r * r;
  const q = t < 22 ? pow2(-2 * k) : 0;
  const one = 1 + q;
  const sum = one + r;
  const less = q * r;
  const total = sum - less;
  const y = total + (r - (sum - one) + (sum - total - less) + (1 - one + q) + (one * shared9(z, r, tail) + (1 - q) * (shared5(r, z) + tail)));
  return t < 700 ? y * pow2(k - 1) : scaledExp(t, y, k - 1);
}

/** Hyperbolic tangent: 1 - 2 / (e^2|x| + 1) from 0.625 on, a rational function below. */
export function tanh(x: number): number {
  return Math.abs(x) < 0.625 ? smallTanh(x) : signOf(x) * largeTanh(Math.abs(x));
}

/** x + x^3 P(x^2) / Q(x^2) for |x| < 0.625. */
export function smallTanh(x: number): number {
  const z = x * x;
  return x === 0 ? x : x + x * (z * ((-1614.6876844170845 + z * (-99.28772310019185 + z * -0.9643991794250523)) / (4844.063053251255 + z * (2235.4883906010045 + z * (112.81167849163293 + z * 1)))));
}

/** 1 - 2 / (e^2x + 1) for x >= 0.625, with e^2x + 1 = 2^k (sum + rest) to more than a double's bits. */
export function largeTanh(x: number): number {
  const t = x > 22 ? 44 : x + x;
  const k = nearest(t * 1.4426950408889634);
  const near = t - k * 0.6931471803691238;
  const away = k * 1.9082149292705877e-10;
  const r = near - away;
  const tail = near - r - away;
  const z = r * r;
  const q = pow2(-k);
  const one = 1 + q;
  const head = one + r;
  const hidden = r - (head - one) + (shared1(z, r) + (tail + r * tail));
  const sum = head + hidden;
  const inverse = 1 / sum;
  const part = 2 * q * inverse;
  const y = 1 - part;
  return y + (1 - y - part + part * (inverse * (hidden - (sum - head))));
}
