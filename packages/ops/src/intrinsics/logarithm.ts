import type { Intrinsics } from "./intrinsic.js";
import { polynomial } from "./polynomial.js";

/**
 * log(1 + f) = high + low for f in (sqrt(1/2) - 1, sqrt(2) - 1): with s = f / (2 + f) it is
 * f - f^2 / 2 + s (f^2 / 2 + R(s^2)). f^2 / 2 is taken in two pieces, the first of them exact.
 */
const logOfOnePlus = `
s = f / (2 + f)
z = s * s
${polynomial(
  "p",
  "z",
  [
    0.666666666666667, 0.39999999999899033, 0.2857142862636936, 0.222222110590978, 0.18182895054643194,
    0.1533151670058379, 0.14619041484555698,
  ],
)}
shift = f * 134217729
head = shift - (shift - f)
square = 0.5 * head * head
squareLow = 0.5 * (f - head) * (f + head)
high = f - square
low = f - high - square - squareLow + s * (square + squareLow + z * p)
`;

/** k log 2 + high + low, rounded once. */
const addExponent = `
whole = k * 0.6931471803691238
sum = whole + high
sum + (whole - sum + high + (low + k * 1.9082149292705877e-10))
`;

/** Scales v to m = v 2^-k in (sqrt(1/2), sqrt(2)). */
const splitExponent = `
e = exponent(v * 0.7071067811865476)
k = e + 1
m = 0.5 * (v * pow2(-e))
`;

export const logarithm: Intrinsics = {
  log: {
    doc: "Natural logarithm: log(2^k m) = k log 2 + log(m), m between sqrt(1/2) and sqrt(2).",
    args: ["x"],
    program: "x > 2.2250738585072014e-308 ? x < 1 / 0 ? logOf(x, 0) : x : specialLog(x)",
  },
  logOf: {
    doc: "log(v) + n log 2 for a normal number v.",
    args: ["v", "n"],
    inner: true,
    program: `
${splitExponent.replace("e + 1", "e + 1 + n")}
f = m - 1
${logOfOnePlus}
${addExponent}
`,
  },
  specialLog: {
    doc: "log of numbers below the normal ones: subnormal, 0, negative, NaN.",
    args: ["x"],
    inner: true,
    program: "x > 0 ? logOf(x * 18014398509481984, -54) : x == 0 ? -1 / 0 : 0 / 0",
  },
  log1p: {
    doc: "log(1 + x) without cancellation near 0: 1 + x is taken as a sum of two doubles.",
    args: ["x"],
    program: "x > -1 ? x < 9007199254740992 ? x == 0 ? x : logOfSum(x) : log(x) : x == -1 ? -1 / 0 : 0 / 0",
  },
  logOfSum: {
    doc: "log(1 + x) for -1 < x < 2^53.",
    args: ["x"],
    inner: true,
    program: `
v = 1 + x
${splitExponent}
lost = x < 1 ? x - (v - 1) : 1 - (v - x)
f = k == 0 ? x : m - 1
c = k == 0 ? 0 : 0.5 * (lost * pow2(-e))
${logOfOnePlus.replace("low = ", "lowOfF = ")}
low = lowOfF + c * (1 - s) * (1 - s + z)
${addExponent}
`,
  },
};
