import type { Intrinsics } from "./intrinsic.js";
import { polynomialTree } from "./polynomial.js";
import { split } from "./split.js";

/** v = 2^k m with m in (sqrt(1/2), sqrt(2)), m = v 2^-k, for 1e-307 < v < 1e307: there 2^-k is a normal number. */
const exponentOf = (v: string) => `k = exponent(${v} * 0.7071067811865476) + 1`;

/** For f in (sqrt(1/2) - 1, sqrt(2) - 1) and s = f / (2 + f), log(1 + f) is f - square + s (square + z p), z = s^2. */
const logTerms = `
s = f / (2 + f)
z = s * s
${polynomialTree(
  "p",
  "z",
  [
    0.666666666666667, 0.39999999999899033, 0.2857142862636936, 0.222222110590978, 0.18182895054643194,
    0.1533151670058379, 0.14619041484555698,
  ],
)}
square = 0.5 * f * f
`;

/** The same as high + low, and n log 2 + high as sum + sumRest. */
const logInTwo = `
${logTerms}
high = f - square
low = f - high - square + s * (square + z * p)
`;
const addExponent = `
whole = n * 0.6931471803691238
sum = whole + high
sumRest = whole - sum + high + (low + n * 1.9082149292705877e-10)
`;

/** The program of a logarithm to a base: a is that of 2 and b that of e, each with what it lacks. */
const toBase = (a: number, aLow: number, b: number, bLow: number) => `
v = x < 1e-307 ? x * 18014398509481984 : x < 1e307 ? x : x * 5.551115123125783e-17
n = x < 1e-307 ? -54 : x < 1e307 ? 0 : 54
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
    program: `
${exponentOf("x")}
f = x * pow2(-k) - 1
${logTerms}
y = k * 0.6931471803691238 + (f - (square - (s * (square + z * p) + k * 1.9082149292705877e-10)))
x > 1e-307 ? x < 1e307 ? y : specialLog(x) : specialLog(x)
`,
  },
  logOf: {
    doc: "log(v) + j log 2 + more + rest for 1e-307 < v < 1e307, where more is below the sum of the first two, and rest small.",
    args: ["v", "j", "more", "rest"],
    inner: true,
    program: `
${exponentOf("v")}
f = v * pow2(-k) - 1
n = k + j
${logInTwo}
${addExponent}
total = sum + more
total + (sum - total + more + (sumRest + rest))
`,
  },
  specialLog: {
    doc: "log of tiny and huge numbers, 0, negative numbers and NaN.",
    args: ["x"],
    inner: true,
    program:
      "x > 0 ? x < 1 ? logOf(x * 18014398509481984, -54, 0, 0) : x < 1 / 0 ? logOf(x * 5.551115123125783e-17, 54, 0, 0) : x : x == 0 ? -1 / 0 : 0 / 0",
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
${exponentOf("v")}
scale = pow2(-k)
f = k == 0 ? x : v * scale - 1
lost = k == 0 ? rest : ((x < 1 ? x - (v - 1) : 1 - (v - x)) + rest) * scale
n = k
${logInTwo}
${addExponent}
sum + (sumRest + lost * (1 - s) * (1 - s + z))
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
    doc: "a k + b log(m) for v 2^j = 2^k m. The products with a and b are exact; aLow and bLow are what they lack.",
    args: ["v", "j", "a", "aLow", "b", "bLow"],
    inner: true,
    program: `
${exponentOf("v")}
f = v * pow2(-k) - 1
n = k + j
${logInTwo}
${split("high", "head")}
rest = high - head + low
part = head * b
whole = n * a
sum = whole + part
sum + (whole - sum + part + (rest * b + (head + rest) * bLow + n * aLow))
`,
  },
};
