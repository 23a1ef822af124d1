import type { Intrinsics } from "./intrinsic.js";
import { polynomial } from "./polynomial.js";

/** even = cosh(r) - 1 and odd = sinh(r) - r for |r| <= log(2) / 2, so that exp(r) = 1 + r + even + odd. */
export const evenAndOdd = `
z = r * r
${polynomial(
  "evens",
  "z",
  [
    0.5, 0.04166666666666667, 0.0013888888888882133, 2.4801587330117302e-5, 2.755726879790594e-7,
    2.091641704006988e-9,
  ],
)}
${polynomial(
  "odds",
  "z",
  [
    0.16666666666666669, 0.008333333333326823, 0.0001984126987789365, 2.755724722941529e-6,
    2.5109717341139595e-8,
  ],
)}
even = z * evens
odd = r * z * odds
`;

/**
 * From `t`: the integer k and r + tail with t = k log 2 + r + tail, |r| at most log(2) / 2, and then
 * even = cosh(r) - 1 and odd = sinh(r) - r, so that exp(t) = 2^k (1 + r + even + odd + tail) and
 * exp(-t) = 2^-k (1 - r + even - odd - tail). The high part of log 2 ends in zeros: k times it is exact.
 */
export const splitExp = `
k = nearest(t * 1.4426950408889634)
high = t - k * 0.6931471803691238
low = k * 1.9082149292705877e-10
r = high - low
tail = high - r - low
${evenAndOdd}
`;

export const exponential: Intrinsics = {
  exp: {
    doc: "e^x. x = k log 2 + r with |r| < 0.35; exp(r) by its even and odd parts; times 2^k.",
    args: ["x"],
    program: `
t = x
${splitExp}
sum = 1 + r
y = sum + (r - (sum - 1) + (even + odd + tail))
abs(x) < 708 ? y * pow2(k) : scaledExp(x, y, k)
`,
  },
  scaledExp: {
    doc: "y 2^k, about e^x, where 2^k alone would overflow or vanish: two factors, so that y is rounded once.",
    args: ["x", "y", "k"],
    inner: true,
    program: `
half = floor(0.5 * k)
x > 710 ? 1 / 0 : x < -746 ? 0 : y * pow2(half) * pow2(k - half)
`,
  },
  expm1: {
    doc: "e^x - 1 without cancellation near 0: 2^k (1 - 2^-k + exp(r) - 1).",
    args: ["x"],
    program: `
t = x
${splitExp}
one = 1 - pow2(-k)
sum = one + r
y = sum + (r - (sum - one) + (even + odd + tail))
abs(x) < 40 ? x == 0 ? x : y * pow2(k) : farExpm1(x)
`,
  },
  farExpm1: {
    doc: "e^x - 1 for |x| >= 40, where the 1 is below half an ulp, or is all there is.",
    args: ["x"],
    inner: true,
    program: "x < 0 ? -1 : exp(x)",
  },
};
