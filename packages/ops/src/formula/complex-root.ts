import { exp, log1p, cbrt as realCbrt, sqrt as realSqrt } from "../intrinsics.js";
import { argument, type Complex, polar } from "./complex-number.js";

/** The square root with a real part >= 0: sqrt((|z| + |x|) / 2) is its larger part, y / 2 divided by it the other. */
export function sqrt([x, y]: Complex): Complex {
  if (y === 0) return x < 0 ? [0, Object.is(y, -0) ? -realSqrt(-x) : realSqrt(-x)] : [realSqrt(x), 0];
  const large = Math.max(Math.abs(x), Math.abs(y));
  const slope = Math.min(Math.abs(x), Math.abs(y)) / large;
  const modulus = large * realSqrt(1 + slope * slope);
  const main = realSqrt(0.5 * modulus + 0.5 * Math.abs(x));
  const other = (0.5 * y) / main;
  return x < 0 ? [Math.abs(other), y < 0 ? -main : main] : [main, other];
}

/** The cube root, odd as on the reals: for x < 0 it is minus that of -z, and so not the principal one. */
export function cbrt([x, y]: Complex): Complex {
  const root = realCbrt(x);
  if (Math.abs(y) < 1e-20 * Math.abs(x)) return [root, y * (root / (3 * x))];
  if (y === 0) return [root, 0];
  const sign = x < 0 ? -1 : 1;
  const large = Math.max(Math.abs(x), Math.abs(y));
  const slope = Math.min(Math.abs(x), Math.abs(y)) / large;
  return polar(sign * realCbrt(large) * exp(log1p(slope * slope) / 6), argument([sign * x, sign * y]) / 3);
}
