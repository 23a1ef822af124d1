import { evenAndOdd } from "./exponential.js";
import type { Intrinsics } from "./intrinsic.js";
import { splitPolynomial } from "./polynomial.js";
import { split } from "./split.js";

/** erf(x) = x + x (2 / sqrt(pi) - 1 + z p) for |x| < 0.75, where z = x^2 and w = z^2. */
export const smallErfTerms = splitPolynomial(
  "p",
  "z",
  "w",
  [
    -0.3761263890318375, 0.11283791670954699, -0.02686617064500171, 0.005223977623589157,
    -0.0008548326873591713, 0.00012055325475477212, -1.4925406175619352e-5, 1.6456854309463074e-6,
    -1.6291146575407073e-7, 1.413042037570693e-8, -8.677340983832215e-10,
  ],
);

/** e^(t - squareRest) = 2^k (eHead + eRest), eHead of 26 bits, where t is exact and squareRest is small beside it. */
export const gaussian = `
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
`;

/** y = (eHead + eRest) c / (x + xRest + 0.625); c = 0.63 + g((x - 2) / (x + 2)) hardly varies: each in two pieces. */
const tailOfErfc = `
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
dRest = x - (dHead - 0.625) + xRest
quotient = (product + productRest) / divisor
${split("quotient", "q")}
y = q + (product - q * dHead - q * dRest + productRest) / divisor
`;

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
${smallErfTerms}
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
${smallErfTerms}
one = 1 - x
one + (1 - one - x - x * (0.1283791670955126 + z * p))
`,
  },
  tailErfc: {
    doc: "erfc(x) = e^-x^2 c(x) / (x + 0.625) for 0.5 <= x < 28, with the square in two pieces.",
    args: ["x"],
    inner: true,
    program: `
${split("x", "xHead")}
erfcTail(x, 0, -(xHead * xHead), (x - xHead) * (x + xHead), 1)
`,
  },
  erfcTail: {
    doc: "factor erfc(x + xRest) for 0.5 <= x, where its square is squareRest - t and the factor a power of 2.",
    args: ["x", "xRest", "t", "squareRest", "factor"],
    inner: true,
    program: `
${gaussian}
${tailOfErfc}
scaledExp(t, factor * y, k)
`,
  },
  cbrt: {
    doc: "Cube root: 2^k cbrt(m), m in [1, 8), from a polynomial bettered twice, the second time with an exact cube.",
    args: ["x"],
    program: "abs(x) > 1e-300 ? abs(x) < 1e300 ? cbrtOf(x, 0) : extremeCbrt(x) : extremeCbrt(x)",
  },
  extremeCbrt: {
    doc: "cbrt(x) for tiny and huge x, scaled by 2^54.",
    args: ["x"],
    inner: true,
    program:
      "x == 0 ? x : abs(x) < 1 ? cbrtOf(x * 18014398509481984, -18) : abs(x) < 1 / 0 ? cbrtOf(x * 5.551115123125783e-17, 18) : x",
  },
  cbrtOf: {
    doc: "2^j cbrt(x) for 1e-300 < |x| < 1e300: cbrt(m) is c (1 - s)^(-1/3) with s = 1 - c^3 / m.",
    args: ["x", "j"],
    inner: true,
    program: `
size = abs(x)
k = floor((exponent(size) + 0.5) * 0.3333333333333333)
scale = signOf(x) * pow2(k + j)
m = size * pow2(-3 * k)
inverse = 1 / m
a0 = 0.6816776791958737
a1 = 0.36454062276289767
a2 = -0.043313558371939176
a3 = 0.0023134568883166834
start = a0 + a1 * m + m * m * (a2 + a3 * m)
s = 1 - start * start * (start * inverse)
better = start + start * s * (0.3333333333333333 + s * 0.2222222222222222)

# 17 bits of it, whose cube is exact
shift = better * 68719476737
c = shift - (shift - better)
rest = (m - c * c * c) * inverse
(c + c * rest * (0.3333333333333333 + rest * 0.2222222222222222 + rest * rest * 0.1728395061728395)) * scale
`,
  },
};
