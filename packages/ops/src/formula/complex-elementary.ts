import * as intrinsics from "../intrinsics.js";
import { argument, type Complex, logModulus, multiply, polar, scaled } from "./complex-number.js";

const { atan, cos, cosh, log1p, pow, sin, sinh, tan, tanh } = intrinsics;

/** e^(x + iy) = e^x (cos y + i sin y). */
function exp([x, y]: Complex): Complex {
  return polar(intrinsics.exp(x), y);
}

/** log z = log |z| + i arg z. */
function log(z: Complex): Complex {
  return [logModulus(z), argument(z)];
}

/**
 * z^w. For a real w it is the power of the larger part, x or iy, times (1 + small / large)^w, a turn by less than w / 4
 * pi: w log z would lose a small part beside the angle of a negative x. Otherwise e^(w log z). A negative number has
 * powers on the reals only to integers, so nothing to continue in w: NaN.
 */
function power(z: Complex, w: Complex): Complex {
  const [x, y] = z;
  const [b, c] = w;
  const value = pow(x, b);
  if (x < 0 && y === 0 && c !== 0) return [NaN, NaN];
  if (x >= 0 && y === 0) return x === 0 || c === 0 ? [value, 0] : polar(value, c * intrinsics.log(x));
  if (c !== 0 || (y === 0 && Number.isNaN(value))) return exp(multiply(w, log(z)));
  // So near the real axis there is nothing beyond the first order.
  if (Math.abs(b * y) < 1e-20 * Math.abs(x) && !Number.isNaN(value))
    return [value, scaled((b * value) / x, y)];
  const steep = Math.abs(y) > Math.abs(x);
  const slope = steep ? -x / y : y / x;
  const turn = polar(intrinsics.exp(0.5 * b * log1p(slope * slope)), b * atan(slope));
  const side = y < 0 ? -b : b;
  const size = pow(Math.abs(steep ? y : x), b);
  const [re, im] = steep ? quarterTurns(side) : x < 0 ? quarterTurns(2 * side) : [1, 0];
  return multiply([size * re, scaled(size, im)], turn);
}

/** i^n, exactly for an integer n. */
function quarterTurns(n: number): Complex {
  if (!Number.isInteger(n)) return polar(1, 0.5 * Math.PI * n);
  return quarters[((n % 4) + 4) % 4] as Complex;
}
const quarters: readonly Complex[] = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
];

/** 1 / cosh(x)^2 = 1 - tanh(x)^2, without cancellation or overflow, times y. */
function overCoshSquared(y: number, x: number): number {
  return y / cosh(x) / cosh(x);
}

/** Exponentials, logarithms, powers, and the trigonometric and hyperbolic functions. */
export const elementary = {
  exp,
  /** 2^x (cos(y log 2) + i sin(y log 2)). */
  exp2: ([x, y]: Complex) => polar(intrinsics.exp2(x), y * Math.LN2),
  log,
  log2: (z: Complex): Complex => [logModulus(z, intrinsics.log2, Math.LOG2E), argument(z) / Math.LN2],
  log10: (z: Complex): Complex => [logModulus(z, intrinsics.log10, Math.LOG10E), argument(z) / Math.LN10],
  pow: power,
  /** (e^x - 1) cos y - (1 - cos y), and 1 - cos y = 2 sin(y / 2)^2. */
  expm1: ([x, y]: Complex): Complex => {
    const half = sin(0.5 * y);
    return [intrinsics.expm1(x) * cos(y) - 2 * half * half, scaled(intrinsics.exp(x), sin(y))];
  },
  /** log |1 + z| = log(1 + x) + log(1 + (y / (1 + x))^2) / 2. */
  log1p: ([x, y]: Complex): Complex => {
    const slope = y / (1 + x);
    const near = x > -1 && Math.abs(y) <= 1 + x;
    const size = near ? log1p(x) + 0.5 * log1p(slope * slope) : logModulus([1 + x, y]);
    return [size, argument([1 + x, y])];
  },
  sin: ([x, y]: Complex): Complex => [sin(x) * cosh(y), scaled(cos(x), sinh(y))],
  cos: ([x, y]: Complex): Complex => [cos(x) * cosh(y), 0 - scaled(sin(x), sinh(y))],
  sinh: ([x, y]: Complex): Complex => [sinh(x) * cos(y), scaled(cosh(x), sin(y))],
  cosh: ([x, y]: Complex): Complex => [cosh(x) * cos(y), scaled(sinh(x), sin(y))],
  /** (t + i u) / (1 - i t u) with t = tan x, u = tanh y. */
  tan: ([x, y]: Complex): Complex => {
    const [t, u] = [tan(x), tanh(y)];
    const size = 1 + t * u * (t * u);
    return [overCoshSquared(t, y) / size, (u * (1 + t * t)) / size];
  },
  /** (u + i t) / (1 + i u t) with u = tanh x, t = tan y. */
  tanh: ([x, y]: Complex): Complex => {
    const [u, t] = [tanh(x), tan(y)];
    const size = 1 + t * u * (t * u);
    return [(u * (1 + t * t)) / size, overCoshSquared(t, x) / size];
  },
  /** z or -z by the sign of its real part: the two branches of |x|. */
  abs: (z: Complex): Complex => (z[0] < 0 ? [-z[0], 0 - z[1]] : z),
};
