import type { Intrinsics } from "./intrinsic.js";
import { splitPolynomial } from "./polynomial.js";

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
    program: "x > -1 ? x < 9007199254740992 ? x == 0 ? x : logOfSum(x) : log(x) : x == -1 ? -1 / 0 : 0 / 0",
  },
  logOfSum: {
    doc: "log(1 + x) for -1 < x < 2^53: log(m + lost) = log(m) + lost / m, and 1 / m = (1 - s) / (1 + s).",
    args: ["x"],
    inner: true,
    program: `
v = 1 + x
${splitExponent}
k = e + 1
f = k == 0 ? x : m - 1
lost = k == 0 ? 0 : 0.25 * ((x < 1 ? x - (v - 1) : 1 - (v - x)) * scale)
${logOfOnePlus}
${addExponent.replace("(low", "(low + lost * (1 - s) * (1 - s + z)")}
`,
  },
};
