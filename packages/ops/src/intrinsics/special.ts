import { evenAndOdd } from "./exponential.js";
import type { Intrinsics } from "./intrinsic.js";
import { polynomial, splitPolynomial } from "./polynomial.js";
import { split } from "./split.js";

/** erf(x) = x + x (2 / sqrt(pi) - 1 + z p) for |x| < 0.75, where z = x^2 and w = z^2. */
const smallTerms = splitPolynomial(
  "p",
  "z",
  "w",
  [
    -0.3761263890318375, 0.11283791670954699, -0.02686617064500171, 0.005223977623589157,
    -0.0008548326873591713, 0.00012055325475477212, -1.4925406175619352e-5, 1.6456854309463074e-6,
    -1.6291146575407073e-7, 1.413042037570693e-8, -8.677340983832215e-10,
  ],
);

export const special: Intrinsics = {
  erf: {
    doc: "The error function, 2 / sqrt(pi) times the integral of e^-t^2 from 0 to x.",
    args: ["x"],
    program: "abs(x) < 0.75 ? smallErf(x) : signOf(x) * farErf(abs(x))",
  },
  smallErf: {
    doc: "x (2 / sqrt(pi) + x^2 p(x^2)) for |x| < 0.75.",
    args: ["x"],
    inner: true,
    program: `
z = x * x
w = z * z
${smallTerms}
x + x * (0.1283791670955126 + z * p)
`,
  },
  farErf: {
    doc: "erf(x) for x >= 0.75.",
    args: ["x"],
    inner: true,
    program: "x < 1.28125 ? middleErf(x) : largeErf(x)",
  },
  middleErf: {
    doc: "erf(1 + s) as a short constant and a small rest, for 0.75 <= x < 1.28125.",
    args: ["x"],
    inner: true,
    program: `
s = x - 1
w = s * s
${splitPolynomial(
  "p",
  "s",
  "w",
  [
    1.351169607113763e-8, 0.41510749742059466, -0.4151074974205957, 0.13836916580688025, 0.06918458290369392,
    -0.0691845829058377, 0.004612305501503571, 0.015154718329026068, -0.004777029549357295,
    -0.0018851945901368157, 0.0012262594331877085, 8.564844436827575e-5, -0.00019971159049063917,
    1.742751499923557e-5, 2.1880397619019162e-5,
  ],
)}
0.8427007794380188 + p
`,
  },
  largeErf: {
    doc: "1 - e^-x^2 g((x - 2) / (x + 2)) for x >= 1.28125.",
    args: ["x"],
    inner: true,
    program: `
u = (x - 2) / (x + 2)
w = u * u
${splitPolynomial(
  "g",
  "u",
  "w",
  [
    0.25539567631050575, -0.4271858474139599, 0.24165819424243729, -0.0789785810154388, 0.003732892412386465,
    0.00699746175979342, -0.000847143687368428, -0.0009819800147950076, 4.355659521833455e-5,
    0.00017442869414925936, 2.773488831870398e-5, -2.765770222016306e-5, -1.5690899402431923e-5,
    -2.54177437880849e-6,
  ],
)}
x > 6 ? 1 : 1 - exp(-(x * x)) * g
`,
  },
  erfc: {
    doc: "The complementary error function, 1 - erf(x), without cancellation where erf(x) nears 1.",
    args: ["x"],
    program: "x < -0.75 ? 1 + farErf(-x) : x < 0.5 ? nearErfc(x) : x < 28 ? tailErfc(x) : x > 0 ? 0 : x",
  },
  nearErfc: {
    doc: "1 - x - x (2 / sqrt(pi) - 1 + x^2 p(x^2)) for -0.75 <= x < 0.5, with only the last difference rounded.",
    args: ["x"],
    inner: true,
    program: `
z = x * x
w = z * z
${smallTerms}
one = 1 - x
one + (1 - one - x - x * (0.1283791670955126 + z * p))
`,
  },
  tailErfc: {
    doc: "e^-x^2 c / (x + 0.625) for 0.5 <= x < 28; c = 0.63 + g((x - 2) / (x + 2)) hardly varies: each in two pieces.",
    args: ["x"],
    inner: true,
    program: `
${split("x", "xHead")}
t = -(xHead * xHead)
squareRest = (x - xHead) * (x + xHead)
k = nearest(t * 1.4426950408889634)
near = t - k * 0.6931471803691238
away = k * 1.9082149292705877e-10 + squareRest
r = near - away
tail = near - r - away
${evenAndOdd}
sum = 1 + r
sumRest = r - (sum - 1) + (even + odd + tail * sum)
e = sum + sumRest
${split("e", "eHead")}
eRest = sum - eHead + sumRest
u = (x - 2) / (x + 2)
w = u * u
${splitPolynomial("low", "u", "w", [0.04041365031507757, -0.09978014421961781, -0.052807924527336125, 0.07215331738975725, -0.026643388945501632, -0.0031423248239550294, 0.004255434032364482, 0.0005129223578639781, -0.0007229625393870197, -0.0002053753057955986, 0.00010662446033887736, 7.207230987901687e-5])}
${splitPolynomial("high", "u", "w", [-2.502004113997896e-6, -1.8038105481444365e-5, -6.268326874315216e-6, 2.00217191283815e-6, 2.5305712190093934e-6, 7.103117153898526e-7, -3.084868742080479e-7, -4.736324867028879e-7, -1.764837523054939e-7, 1.680547664213087e-7, 8.92045726042578e-8, -5.023118532769077e-8])}
cube = w * w * w
g = low + cube * cube * high
c = 0.63 + g
${split("c", "cHead")}
cRest = 0.63 - cHead + g
product = eHead * cHead
productRest = eHead * cRest + eRest * c
divisor = x + 0.625
${split("divisor", "dHead")}
dRest = x - (dHead - 0.625)
quotient = (product + productRest) / divisor
${split("quotient", "q")}
y = q + (product - q * dHead - q * dRest + productRest) / divisor
scaledExp(t, y, k)
`,
  },
  cbrt: {
    doc: "Cube root: 2^k cbrt(m), m in [1, 8), from a polynomial and two of Halley's steps, the last in exact squares.",
    args: ["x"],
    program: "abs(x) < 1e-300 ? tinyCbrt(x) : abs(x) < 1 / 0 ? cbrtOf(x, 0) : x",
  },
  tinyCbrt: {
    doc: "cbrt(x) for |x| < 1e-300, scaled by 2^54.",
    args: ["x"],
    inner: true,
    program: "x == 0 ? x : cbrtOf(x * 18014398509481984, -18)",
  },
  cbrtOf: {
    doc: "2^n cbrt(x) for |x| > 1e-300.",
    args: ["x", "n"],
    inner: true,
    program: `
size = abs(x)
k = floor((exponent(size) + 0.5) / 3)
m = 0.125 * (size * pow2(3 - 3 * k))
${polynomial(
  "start",
  "m",
  [
    0.6272969634860178, 0.4491910639981184, -0.08377392967974268, 0.009583571679916905,
    -0.0004320816448789525,
  ],
)}
cube = start * start * start
better = start * ((cube + 2 * m) / (2 * cube + m))
${split("better", "t")}
r = m / (t * t)
signOf(x) * (t + t * ((r - t) / (2 * t + r))) * pow2(k + n)
`,
  },
};
