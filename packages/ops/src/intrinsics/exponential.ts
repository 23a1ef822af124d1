import type { Intrinsics } from "./intrinsic.js";
import { polynomial } from "./polynomial.js";
import { split } from "./split.js";

/** t = k log 2 + r + tail, for an integer k. k times the first piece of log 2 is exact. */
export const remainder = `
near = t - k * 0.6931471803691238
away = k * 1.9082149292705877e-10
r = near - away
tail = near - r - away
`;

/** From `t`: the nearest such integer k, so that |r| <= log(2) / 2. */
export const reduceByLog2 = `
k = nearest(t * 1.4426950408889634)
${remainder}
`;

/** cosh(r) = 1 + z / 2 + z^2 ch(z) and sinh(r) = r + r z sh(z), where z = r^2, for |r| <= log(2) / 2, cosh for |r| <= 1/2. */
const coshTerms = polynomial(
  "ch",
  "z",
  [
    0.04166666666666738, 0.001388888888859872, 2.4801587728073886e-5, 2.755702840197809e-7,
    2.097029134911238e-9,
  ],
);
const sinhTerms = polynomial(
  "sh",
  "z",
  [
    0.16666666666666669, 0.008333333333326823, 0.0001984126987789365, 2.755724722941529e-6,
    2.5109717341139595e-8,
  ],
);

/** even = cosh(r) - 1 and odd = sinh(r) - r, so that exp(r) = 1 + r + even + odd and exp(-r) = 1 - r + even - odd. */
export const evenAndOdd = `
z = r * r
${coshTerms}
${sinhTerms}
even = z * (0.5 + z * ch)
odd = r * z * sh
`;

/** mantissa = one + oneRest + exp(r + tail) - 1 with only the last sum rounded: r^2 / 2 is taken in two pieces, the first exact. */
export const addExpMinusOne = `
z = r * r
${coshTerms}
${sinhTerms}
${split("r", "head")}
square = 0.5 * head * head
squareRest = 0.5 * (r - head) * (r + head)
small = squareRest + (z * z * ch + r * z * sh) + (tail + r * tail)
linear = one + r
quadratic = linear + square
mantissa = quadratic + (r - (linear - one) + (square - (quadratic - linear) + (oneRest + small)))
`;

export const exponential: Intrinsics = {
  exp: {
    doc: "e^x. x = k log 2 + r with |r| < 0.35; exp(r) by its even and odd parts; times 2^k.",
    args: ["x"],
    program: `
t = x
${reduceByLog2}
${evenAndOdd}
sum = 1 + r
y = sum + (r - (sum - 1) + (even + odd + tail * sum))
abs(x) < 708 ? y * pow2(k) : scaledExp(x, y, k)
`,
  },
  exp2: {
    doc: "2^x = 2^k e^(f log 2), k + f = x, with log 2 and f in two pieces.",
    args: ["x"],
    program: `
k = nearest(x)
f = x - k
${split("f", "fHead")}
near = fHead * 0.6931471675634384
away = fHead * 1.2996506893889889e-8 + (f - fHead) * 0.6931471805599453
r = near + away
tail = near - r + away
${evenAndOdd}
sum = 1 + r
y = sum + (r - (sum - 1) + (even + odd + tail * sum))
abs(x) < 1021 ? y * pow2(k) : scaledExp(x * 0.6931471805599453, y, k)
`,
  },
  scaledExp: {
    doc: "y 2^k, about e^x, where 2^k alone may overflow or vanish: by two factors, so that y is rounded once.",
    args: ["x", "y", "k"],
    inner: true,
    program: `
half = floor(0.5 * k)
x > 712 ? 1 / 0 : x < -746 ? 0 : y * pow2(half) * pow2(k - half)
`,
  },
  expm1: {
    doc: "e^x - 1 without cancellation near 0: 2^k (1 - 2^-k + exp(r) - 1).",
    args: ["x"],
    program: `
t = x
${reduceByLog2}
q = pow2(-k)
one = 1 - q
oneRest = 1 - one - q
${addExpMinusOne}
abs(x) < 40 ? x == 0 ? x : mantissa * pow2(k) : farExpm1(x)
`,
  },
  farExpm1: {
    doc: "e^x - 1 for |x| >= 40, where the 1 is below half an ulp, or is all there is.",
    args: ["x"],
    inner: true,
    program: "x < 0 ? -1 : exp(x)",
  },
};
