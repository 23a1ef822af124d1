import type { Intrinsics } from "./intrinsic.js";
import { polynomialTree } from "./polynomial.js";

/** From `t`: t = k log 2 + r with |r| <= log(2) / 2, and grown = exp(r) - 1 to 2^-31 of itself. */
const grow = `
k = nearest(t * 1.4426950408889634)
r = t - k * 0.6931471805599453
${polynomialTree(
  "q",
  "r",
  [
    0.5000000044237941, 0.16666666370439748, 0.04166636072103538, 0.00833338935635441, 0.0013940639444227601,
    0.000198458932138737,
  ],
)}
grown = r * (1 + r * q)
`;

/** y = log(1 + f) + k log 2 for f in (sqrt(1/2) - 1, sqrt(2) - 1): with s = f / (2 + f), log(1 + f) = s (2 + z p), z = s^2. */
const addLogs = `
s = f / (2 + f)
z = s * s
${polynomialTree("p", "z", [0.6666666564877832, 0.4000033451328362, 0.2853734807527806, 0.2358145422841287])}
y = k * 0.6931471805599453 + s * (2 + z * p)
`;

/**
 * The functions that are called most, in doubles but only to about 2^-31 of the value: for results that are rounded
 * to float32, which has 24 bits. In half the instructions or fewer, and without the branches of far arguments. Each has
 * the name that C gives to a function of floats.
 */
export const float32: Intrinsics = {
  expf: {
    doc: "e^x: 2^k exp(r). Beyond the last power that is a double 2^k is infinite or 0.",
    args: ["x"],
    program: `
least = x < -709 ? -709 : x
t = 709.5 < least ? 709.5 : least
${grow}
(1 + grown) * pow2(k)
`,
  },
  expm1f: {
    doc: "e^x - 1 = 2^k (exp(r) - 1) - (1 - 2^k), which keeps the sign of 0.",
    args: ["x"],
    program: `
t = x < -709 ? -709 : x
${grow}
scale = pow2(k)
t < 709 ? scale * grown - (1 - scale) : t * 1e308
`,
  },
  tanhf: {
    doc: "Hyperbolic tangent, m / (m + 2) with m = e^2x - 1.",
    args: ["x"],
    program: `
least = x < -30 ? -30 : x
m = expm1f(2 * (30 < least ? 30 : least))
m / (m + 2)
`,
  },
  logf: {
    doc: "Natural logarithm: log(2^k m) = k log 2 + log(m), m between sqrt(1/2) and sqrt(2).",
    args: ["x"],
    program: `
k = exponent(x * 0.7071067811865476) + 1
f = x * pow2(-k) - 1
${addLogs}
x > 1e-307 ? x < 1e307 ? y : specialLog(x) : specialLog(x)
`,
  },
  log1pf: {
    doc: "log(1 + x): where k is 0, f is x itself.",
    args: ["x"],
    program: `
v = 1 + x
k = exponent(v * 0.7071067811865476) + 1
f = k == 0 ? x : v * pow2(-k) - 1
${addLogs}
v > 1e-307 ? v < 1e307 ? x == 0 ? x : y : specialLog(v) : specialLog(v)
`,
  },
  erff: {
    doc: "The error function: x times a polynomial of x^2 for |x| < 1/2, 1 - 2 ndtr(-sqrt(2) |x|) beyond.",
    args: ["x"],
    program: `
z = x * x
${polynomialTree("p", "z", [1.1283791670820804, -0.37612638519131114, 0.11283773805838718, -0.026863119912161035, 0.00520030838074821, -0.0007692853099932707])}
abs(x) < 0.5 ? x * p : signOf(x) * (1 - 2 * ndtrf(-1.4142135623730951 * abs(x)))
`,
  },
  erfcf: {
    doc: "1 - erf(x) without cancellation: 2 ndtr(-sqrt(2) x).",
    args: ["x"],
    program: "2 * ndtrf(-1.4142135623730951 * x)",
  },
  ndtrf: {
    doc: "The probability that a standard normal number is below x: below 0, e^(-x^2 / 2) times a rational function.",
    args: ["x"],
    program: `
size = abs(x)
t = 40 < size ? 40 : size
${polynomialTree("p", "t", [0.49999999995635214, 0.5083507323534227, 0.25129650353375055, 0.07161575516225786, 0.011712565581325926, 0.000896755617993893])}
${polynomialTree("q", "t", [1, 1.8145860171235975, 1.4504233037788017, 0.6591696048332759, 0.18176726884954095, 0.02935887119145422, 0.002247835581381881])}
far = expf(-0.5 * t * t) * p / q
x > 0 ? 1 - far : far
`,
  },
  normpdff: {
    doc: "The density of the standard normal distribution, e^(-x^2 / 2) / sqrt(2 pi).",
    args: ["x"],
    program: "0.3989422804014327 * expf(-0.5 * x * x)",
  },
};
