import { splitExp } from "./exponential.js";
import type { Intrinsics } from "./intrinsic.js";
import { polynomial } from "./polynomial.js";

export const hyperbolic: Intrinsics = {
  sinh: {
    doc: "(e^x - e^-x) / 2 = 2^(k-1) ((1 - q) cosh(r) + (1 + q) sinh(r)) with q = 4^-k: no cancellation, no division.",
    args: ["x"],
    program: `
t = abs(x)
${splitExp}
q = t < 22 ? pow2(-2 * k) : 0
one = 1 - q
sum = one + r
more = q * r
total = sum + more
rest = r - (sum - one) + (more - (total - sum)) + (one * even + (1 + q) * (odd + tail))
y = total + rest
size = t < 700 ? y * pow2(k - 1) : scaledExp(t, y, k - 1)
x > 0 ? size : x < 0 ? -size : x
`,
  },
  cosh: {
    doc: "(e^x + e^-x) / 2 = 2^(k-1) ((1 + q) cosh(r) + (1 - q) sinh(r)) with q = 4^-k.",
    args: ["x"],
    program: `
t = abs(x)
${splitExp}
q = t < 22 ? pow2(-2 * k) : 0
one = 1 + q
sum = one + r
less = q * r
total = sum - less
rest = r - (sum - one) + (sum - total - less) + (one * even + (1 - q) * (odd + tail))
y = total + rest
t < 700 ? y * pow2(k - 1) : scaledExp(t, y, k - 1)
`,
  },
  tanh: {
    doc: "Hyperbolic tangent: 1 - 2 / (e^2|x| + 1) from 0.625 on, a rational function below.",
    args: ["x"],
    program: "abs(x) < 0.625 ? smallTanh(x) : x > 0 ? largeTanh(x) : x < 0 ? -largeTanh(-x) : x",
  },
  smallTanh: {
    doc: "x + x^3 P(x^2) / Q(x^2) for |x| < 0.625.",
    args: ["x"],
    inner: true,
    program: `
z = x * x
${polynomial("p", "z", [-1614.6876844170845, -99.28772310019185, -0.9643991794250523])}
${polynomial("q", "z", [4844.063053251255, 2235.4883906010045, 112.81167849163293, 1])}
x == 0 ? x : x + x * (z * p / q)
`,
  },
  largeTanh: {
    doc: "1 - 2 / (e^2x + 1) for x >= 0.625, with e^2x + 1 = 2^k (sum + rest) to more than a double's bits.",
    args: ["x"],
    inner: true,
    program: `
t = x < 22 ? x + x : 44
${splitExp}
q = pow2(-k)
one = 1 + q
head = one + r
hidden = r - (head - one) + (even + odd + tail)
sum = head + hidden
rest = hidden - (sum - head)
inverse = 1 / sum
part = 2 * q * inverse
y = 1 - part
y + (1 - y - part + part * (inverse * rest))
`,
  },
};
