import { evenAndOdd, reduceByLog2, remainder } from "./exponential.js";
import type { Intrinsics } from "./intrinsic.js";
import { polynomial } from "./polynomial.js";

export const hyperbolic: Intrinsics = {
  sinh: {
    doc: "(e^x - e^-x) / 2 = 2^(k-1) ((1 - q) cosh(r) + (1 + q) sinh(r)), q = 4^-k: no cancellation, no division.",
    args: ["x"],
    program: `
t = abs(x)
${reduceByLog2}
${evenAndOdd}
q = t < 22 ? pow2(-2 * k) : 0
one = 1 - q
sum = one + r
more = q * r
total = sum + more
lost = r - (sum - one) + (more - (total - sum)) + (1 - one - q)
y = total + (lost + (one * (even + r * tail) + (1 + q) * (odd + tail)))
signOf(x) * (t < 700 ? y * pow2(k - 1) : scaledExp(t, y, k - 1))
`,
  },
  cosh: {
    doc: "(e^x + e^-x) / 2 = 2^(k-1) ((1 + q) cosh(r) + (1 - q) sinh(r)), q = 4^-k. k is 0 up to 1/2, where the curve is so flat that a rounding more would break its rise.",
    args: ["x"],
    program: `
t = abs(x)
k = t < 0.5 ? 0 : nearest(t * 1.4426950408889634)
${remainder}
${evenAndOdd}
q = t < 22 ? pow2(-2 * k) : 0
one = 1 + q
sum = one + r
less = q * r
total = sum - less
lost = r - (sum - one) + (sum - total - less) + (1 - one + q)
y = total + (lost + (one * (even + r * tail) + (1 - q) * (odd + tail)))
t < 700 ? y * pow2(k - 1) : scaledExp(t, y, k - 1)
`,
  },
  tanh: {
    doc: "Hyperbolic tangent: 1 - 2 / (e^2|x| + 1) from 0.625 on, a rational function below.",
    args: ["x"],
    program: "abs(x) < 0.625 ? smallTanh(x) : signOf(x) * largeTanh(abs(x))",
  },
  smallTanh: {
    doc: "x + x^3 P(x^2) / Q(x^2) for |x| < 0.625.",
    args: ["x"],
    inner: true,
    program: `
z = x * x
${polynomial("p", "z", [-1614.6876844170845, -99.28772310019185, -0.9643991794250523])}
${polynomial("q", "z", [4844.063053251255, 2235.4883906010045, 112.81167849163293, 1])}
ratio = p / q
x == 0 ? x : x + x * (z * ratio)
`,
  },
  largeTanh: {
    doc: "1 - 2 / (e^2x + 1) for x >= 0.625, with e^2x + 1 = 2^k (sum + rest) to more than a double's bits.",
    args: ["x"],
    inner: true,
    program: `
t = x > 22 ? 44 : x + x
${reduceByLog2}
${evenAndOdd}
q = pow2(-k)
one = 1 + q
head = one + r
hidden = r - (head - one) + (even + odd + (tail + r * tail))
sum = head + hidden
rest = hidden - (sum - head)
inverse = 1 / sum
part = 2 * q * inverse
y = 1 - part
y + (1 - y - part + part * (inverse * rest))
`,
  },
};
