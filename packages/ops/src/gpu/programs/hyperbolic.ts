import type { Intrinsics } from "../../intrinsics/intrinsic.js";
import { polynomial } from "../../intrinsics/polynomial.js";

export const hyperbolic: Intrinsics = {
  tanh: {
    doc: "Hyperbolic tangent: x + x^3 p(x^2) below 0.625, 1 - 2 / (e^2|x| + 1) from there.",
    args: ["x"],
    program: `
size = abs(x)
z = x * x
${polynomial("p", "z", [-0.3333333, 0.13333222, -0.053948432, 0.021708405, -0.008193816, 0.002156129])}
far = size > 10 ? 20 : size + size
keepNan(x, size < 0.625 ? x + x * (z * p) : signOf(x) * (1 - 2 / (scaledExp(far, 0, 0) + 1)))
`,
  },
  sinh: {
    doc: "x + x^3 p(x^2) below 1; w - 1 / (4 w) with w = e^|x| / 2 from there.",
    args: ["x"],
    program: `
size = abs(x)
z = x * x
${polynomial("p", "z", [0.16666667, 0.008333316, 0.00019841391, 2.7918934e-6])}
w = scaledExp(size, 0, -1)
keepNan(x, size < 1 ? x + x * (z * p) : signOf(x) * (w - 0.25 / w))
`,
  },
  cosh: {
    doc: "w + 1 / (4 w) with w = e^|x| / 2.",
    args: ["x"],
    program: `
w = scaledExp(abs(x), 0, -1)
keepNan(x, w + 0.25 / w)
`,
  },
  asinh: {
    doc: "log1p(t + t^2 / (1 + sqrt(t^2 + 1))), t = |x|; log(t) + log(2) for large t.",
    args: ["x"],
    program: `
t = abs(x)
near = log1p(t + t * t / (1 + sqrt(t * t + 1)))
keepNan(x, signOf(x) * (t < 10000 ? near : log(t) + 0.6931472))
`,
  },
  acosh: {
    doc: "log1p(t + sqrt(t (t + 2))), t = x - 1; log(x) + log(2) for large x.",
    args: ["x"],
    program: `
t = x - 1
near = log1p(t + sqrt(t * (t + 2)))
keepNan(x, x < 1 ? nan() : x < 10000 ? near : log(x) + 0.6931472)
`,
  },
  atanh: {
    doc: "log1p(2 t / (1 - t)) / 2, t = |x|.",
    args: ["x"],
    program: `
t = abs(x)
near = 0.5 * log1p(2 * t / (1 - t))
keepNan(x, t < 1 ? signOf(x) * near : t == 1 ? signOf(x) * inf() : nan())
`,
  },
};
