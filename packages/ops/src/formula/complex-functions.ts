import * as intrinsics from "../intrinsics.js";
import { argument, type Complex, logModulus, multiply, scaled } from "./complex-number.js";

const { atan, cos, cosh, log1p, pow, sin, sinh, sqrt, tan, tanh } = intrinsics;

type ComplexFunction = (z: Complex, w: Complex) => Complex;

/** e^(x + iy) = e^x (cos y + i sin y). */
function exp([x, y]: Complex): Complex {
  return polar(intrinsics.exp(x), y);
}

/** log z = log |z| + i arg z. */
function log(z: Complex): Complex {
  return [logModulus(z), argument(z)];
}

/** size (cos angle + i sin angle). */
function polar(size: number, angle: number): Complex {
  return [size * cos(angle), scaled(size, sin(angle))];
}

/**
 * z^w. For a real w it is the power of the larger part, x or iy, times (1 + small / large)^w, a turn by less than w / 4
 * pi: w log z would lose a small part beside the angle of a negative x. Otherwise e^(w log z). A negative number has
 * powers on the reals only to integers, so nothing to continue in w: NaN.
 */
function power(z: Complex, w: Complex): Complex {
  const [x, y] = z;
  const [b, c] = w;
  if (y === 0 && (c === 0 || x === 0))
    return x < 0 && Number.isNaN(pow(x, b)) ? exp(multiply(w, log(z))) : [pow(x, b), 0];
  if (y === 0) return x > 0 ? polar(pow(x, b), c * intrinsics.log(x)) : [NaN, NaN];
  if (c !== 0) return exp(multiply(w, log(z)));
  const steep = Math.abs(y) > Math.abs(x);
  const slope = steep ? -x / y : y / x;
  const turn = polar(intrinsics.exp(0.5 * b * log1p(slope * slope)), b * atan(slope));
  const base: Complex = steep
    ? quarterTurns(y < 0 ? -b : b)
    : x < 0
      ? quarterTurns(y < 0 ? -2 * b : 2 * b)
      : [1, 0];
  const size = pow(Math.abs(steep ? y : x), b);
  return multiply([size * base[0], scaled(size, base[1])], turn);
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

/** The functions that formulas call, on complex numbers. Near the real axis each is its own first-order expansion. */
export const complexFunctions: Readonly<Record<string, ComplexFunction>> = {
  exp,
  log,
  pow: power,
  /** (e^x - 1) cos y - (1 - cos y), and 1 - cos y = 2 sin(y / 2)^2. */
  expm1: ([x, y]) => {
    const half = sin(0.5 * y);
    return [intrinsics.expm1(x) * cos(y) - 2 * half * half, scaled(intrinsics.exp(x), sin(y))];
  },
  /** log |1 + z| = log(1 + x) + log(1 + (y / (1 + x))^2) / 2. */
  log1p: ([x, y]) => {
    const slope = y / (1 + x);
    const near = x > -1 && Math.abs(y) <= 1 + x;
    const size = near ? log1p(x) + 0.5 * log1p(slope * slope) : logModulus([1 + x, y]);
    return [size, argument([1 + x, y])];
  },
  /** sqrt((|z| + |x|) / 2) is the larger part, y / 2 divided by it the other. */
  sqrt: ([x, y]) => {
    if (y === 0) return x < 0 ? [0, sqrt(-x)] : [sqrt(x), 0];
    const large = Math.max(Math.abs(x), Math.abs(y));
    const slope = Math.min(Math.abs(x), Math.abs(y)) / large;
    const modulus = large * sqrt(1 + slope * slope);
    const main = sqrt(0.5 * modulus + 0.5 * Math.abs(x));
    const other = (0.5 * y) / main;
    return x < 0 ? [Math.abs(other), y < 0 ? -main : main] : [main, other];
  },
  sin: ([x, y]) => [sin(x) * cosh(y), scaled(cos(x), sinh(y))],
  cos: ([x, y]) => [cos(x) * cosh(y), 0 - scaled(sin(x), sinh(y))],
  sinh: ([x, y]) => [sinh(x) * cos(y), scaled(cosh(x), sin(y))],
  cosh: ([x, y]) => [cosh(x) * cos(y), scaled(sinh(x), sin(y))],
  /** (t + i u) / (1 - i t u) with t = tan x, u = tanh y. */
  tan: ([x, y]) => {
    const [t, u] = [tan(x), tanh(y)];
    const size = 1 + t * u * (t * u);
    return [overCoshSquared(t, y) / size, (u * (1 + t * t)) / size];
  },
  /** (u + i t) / (1 + i u t) with u = tanh x, t = tan y. */
  tanh: ([x, y]) => {
    const [u, t] = [tanh(x), tan(y)];
    const size = 1 + t * u * (t * u);
    return [(u * (1 + t * t)) / size, overCoshSquared(t, x) / size];
  },
  /** (arg(1 + iz) - arg(1 - iz)) / 2, and for the imaginary part the logarithm of the quotient of their sizes. */
  atan: ([x, y]) => {
    const turn = 0.5 * (argument([1 - y, x]) - argument([1 + y, -x]));
    return [turn, 0.25 * log1p((4 * y) / (x * x + (1 - y) * (1 - y)))];
  },
  /** z or -z by the sign of its real part: the two branches of |x|. */
  abs: (z) => (z[0] < 0 ? [-z[0], 0 - z[1]] : z),
};
