import type { Intrinsics } from "./intrinsic.js";
import { splitPolynomial } from "./polynomial.js";
import { split } from "./split.js";

/** Scales v > 1e-307 to m = v 2^-k in (sqrt(1/2), sqrt(2)). By two factors: 2^-k alone may be subnormal. */
const splitExponent = `
e = exponent(v * 0.7071067811865476)
scale = pow2(1 - e)
m = 0.25 * (v * scale)
`;

/**
 * log(1 + f) = high + low for f in (sqrt(1/2) - 1, sqrt(2) - 1): with s = f / (2 + f) it is
 * f - f^2 / 2 + s (f^2 / 2 + z p(z)), z = s^2.
 */
const logOfOnePlus = `
s = f / (2 + f)
z = s * s
w = z * z
${splitPolynomial(
  "p",
  "z",
  "w",
  [
    0.666666666666667, 0.39999999999899033, 0.2857142862636936, 0.222222110590978, 0.18182895054643194,
    0.1533151670058379, 0.14619041484555698,
  ],
)}
square = 0.5 * f * f
high = f - square
low = f - high - square + s * (square + z * p)
`;

/** k log 2 + high + low, rounded once at their size. */
const addExponent = `
whole = k * 0.6931471803691238
sum = whole + high
sum + (whole - sum + high + (low + k * 1.9082149292705877e-10))
`;

/** The program of a logarithm to a base: a is that of 2 and b that of e, each with what it lacks. */
const toBase = (a: number, aLow: number, b: number, bLow: number) => `
v = x < 1e-307 ? x * 18014398509481984 : x
n = x < 1e-307 ? -54 : 0
a = ${a}
aLow = ${aLow}
b = ${b}
bLow = ${bLow}
x > 0 ? x < 1 / 0 ? logToBase(v, n, a, aLow, b, bLow) : x : specialLog(x)
`;

export const logarithm: Intrinsics = {
  log: {
    doc: "Natural logarithm: log(2^k m) = k log 2 + log(m), m between sqrt(1/2) and sqrt(2).",
    args: ["x"],
    program: "x > 1e-307 ? x < 1 / 0 ? logOf(x, 0) : x : specialLog(x)",
  },
  logOf: {
    doc: "log(v) + n log 2 for v > 1e-307.",
    args: ["v", "n"],
    inner: true,
    program: `
${splitExponent}
k = e + 1 + n
f = m - 1
${logOfOnePlus}
${addExponent}
`,
  },
  specialLog: {
    doc: "log of tiny numbers, 0, negative numbers and NaN.",
    args: ["x"],
    inner: true,
    program: "x > 0 ? logOf(x * 18014398509481984, -54) : x == 0 ? -1 / 0 : 0 / 0",
  },
  log1p: {
    doc: "log(1 + x) without cancellation near 0: 1 + x is taken as a sum of two doubles.",
    args: ["x"],
    program: "x == 0 ? x : x > -1 ? x < 9007199254740992 ? logOfSum(x, 0) : log(x) : specialLog(1 + x)",
  },
  logOfSum: {
    doc: "log(1 + x + rest) for 1 + x > 0 and a rest below its ulp: with v = m + lost, log v = log m + lost / m.",
    args: ["x", "rest"],
    inner: true,
    program: `
v = 1 + x
${splitExponent}
k = e + 1
f = k == 0 ? x : m - 1
lost = k == 0 ? rest : 0.25 * (((x < 1 ? x - (v - 1) : 1 - (v - x)) + rest) * scale)
${logOfOnePlus}
more = lost * (1 - s) * (1 - s + z)
${addExponent.replace("(low", "(low + more")}
`,
  },
  log2: {
    doc: "Logarithm to the base 2.",
    args: ["x"],
    program: toBase(1, 0, 1.4426950216293335, 1.9259629911266175e-8),
  },
  log10: {
    doc: "Logarithm to the base 10.",
    args: ["x"],
    program: toBase(0.30102999566395283, 2.8363394551044964e-14, 0.4342944771051407, 4.798111141615973e-9),
  },
  logToBase: {
    doc: "a k + b log(m) for v 2^n = 2^k m. The products with a and b are exact; aLow and bLow are what they lack.",
    args: ["v", "n", "a", "aLow", "b", "bLow"],
    inner: true,
    program: `
${splitExponent}
k = e + 1 + n
f = m - 1
${logOfOnePlus}
${split("high", "head")}
rest = high - head + low
part = head * b
whole = k * a
sum = whole + part
sum + (whole - sum + part + (rest * b + (head + rest) * bLow + k * aLow))
`,
  },
};
