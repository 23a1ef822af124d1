import type { Intrinsics } from "./intrinsic.js";
import { polynomialTree, splitPolynomial } from "./polynomial.js";
import { split } from "./split.js";

export const inverseHyperbolic: Intrinsics = {
  asinh: {
    doc: "Inverse hyperbolic sine: x + x^3 p(x^2) up to 1; log 2x and a polynomial in 1 / x^2 from there.",
    args: ["x"],
    program: `
t = abs(x)
signOf(x) * (t < 1 ? smallAsinh(t) : t < 1e307 ? largeAsinh(t) : hugeAsinh(t))
`,
  },
  smallAsinh: {
    doc: "t + t^3 p(t^2) for 0 <= t < 1.",
    args: ["t"],
    inner: true,
    program: `
z = t * t
w = z * z
${splitPolynomial(
  "p",
  "z",
  "w",
  [
    0.07499999999966837, -0.04464285712319748, 0.030381943848339945, -0.02237214818146873,
    0.01735263198983231, -0.013963710804126008, 0.011544679836288756, -0.009727720038634348,
    0.008265437100728194, -0.006949713792607918, 0.005604153810223538, -0.004150968437925924,
    0.0026855469101975367, -0.0014376978528030185, 0.0005996549027048222, -0.0001803244960460737,
    3.447458340475212e-5, -3.128568371002275e-6,
  ],
)}
t + t * (z * (-0.1666666666666647 + z * p))
`,
  },
  largeAsinh: {
    doc: "log(2 t) + log((1 + sqrt(1 + u)) / 2), u = 1 / t^2, for 1 <= t < 1e307.",
    args: ["t"],
    inner: true,
    program: `
u = 1 / (t * t)
w = u * u
${splitPolynomial(
  "p",
  "u",
  "w",
  [
    -0.09374999999988898, 0.05208333332299677, -0.03417968711266648, 0.02460936696133136,
    -0.01879872200361597, 0.014961368597293648, -0.012267450528571157, 0.01027268893824693,
    -0.00869152473739406, 0.007293481987153677, -0.005884501860207059, 0.004371274872835326,
    -0.0028413814680885966, 0.0015299406904981864, -0.0006421414359801447, 0.00019433039995142172,
    -3.738269131108542e-5, 3.412527013927276e-6,
  ],
)}
logOf(t, 1, 0.25 * u, w * p)
`,
  },
  hugeAsinh: {
    doc: "log(2 t) for t >= 1e307.",
    args: ["t"],
    inner: true,
    program: "t < 1 / 0 ? logOf(t * 5.551115123125783e-17, 55, 0, 0) : t",
  },
  acosh: {
    doc: "Inverse hyperbolic cosine: sqrt(2 t) (1 + t p(t)), t = x - 1, up to 2; log 2x and a polynomial in 1 / x^2 from there.",
    args: ["x"],
    program: "x > 2 ? x < 1e307 ? largeAcosh(x) : hugeAsinh(x) : smallAcosh(x - 1)",
  },
  smallAcosh: {
    doc: "acosh(1 + t) for 0 <= t <= 1, with sqrt(2 t) as a head and what that lacks.",
    args: ["t"],
    inner: true,
    program: `
${polynomialTree(
  "p",
  "t",
  [
    -0.08333333333333295, 0.018749999999959386, -0.0055803571413410875, 0.0018988714990718822,
    -0.0006991296472129658, 0.00027113454863866843, -0.00010908811054720233, 4.5079426509679516e-5,
    -1.8945091763358843e-5, 7.951584978974155e-6, -3.204307702647947e-6, 1.1541644215357965e-6,
    -3.336076305024435e-7, 6.593835170777154e-8, -6.469688941752421e-9,
  ],
)}
double = t + t
root = sqrt(double)
${split("root", "head")}
y = head + ((double - head * head) / (root + head) + root * (t * p))
t > 0 ? y : root
`,
  },
  largeAcosh: {
    doc: "log(2 x) + log((1 + sqrt(1 - u)) / 2), u = 1 / x^2, for 2 < x < 1e307.",
    args: ["x"],
    inner: true,
    program: `
u = 1 / (x * x)
${polynomialTree(
  "p",
  "u",
  [
    -0.09375000000114735, -0.05208333316546029, -0.03417969717530387, -0.024609075915216872,
    -0.018804451374184832, -0.01489388351966951, -0.012828989360171671, -0.007291966363792945,
    -0.019485278417332257, 0.015466866508799776, -0.03227895074497752,
  ],
)}
logOf(x, 1, -0.25 * u, u * (u * p))
`,
  },
  atanh: {
    doc: "log((1 + x) / (1 - x)) / 2 as log(1 + 2 x / (1 - x)) / 2, with the quotient in two pieces.",
    args: ["x"],
    program: `
t = abs(x)
signOf(x) * (t < 1 ? smallAtanh(t) : t == 1 ? 1 / 0 : 0 / 0)
`,
  },
  smallAtanh: {
    doc: "atanh(t) for 0 <= t < 1.",
    args: ["t"],
    inner: true,
    program: `
d = 1 - t
dMore = 1 - d - t
q = (t + t) / d
${split("d", "head")}
${split("q", "qHead")}
dRest = d - head
qRest = q - qHead
missing = t + t - qHead * head - qHead * dRest - qRest * head - qRest * dRest - q * dMore
0.5 * logOfSum(q, missing / d)
`,
  },
};
