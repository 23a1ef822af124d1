import type { Intrinsics } from "./intrinsic.js";
import { polynomial } from "./polynomial.js";

/**
 * x = n pi/2 + r + tail for |x| < 2^20, |r| at most pi/4. pi/2 is cut into three pieces of 33 bits and a rest,
 * so that the products with n are exact, and what each difference loses is kept.
 */
const reduceByHalfPi = `
n = nearest(x * 0.6366197723675814)
r0 = x - n * 1.5707963267341256
w1 = n * 6.077100506303966e-11
r1 = r0 - w1
w2 = n * 2.0222662487111665e-21
r2 = r1 - w2
w3 = n * 8.4784276603689e-32 - (r0 - r1 - w1 + (r1 - r2 - w2))
r = r2 - w3
tail = r2 - r - w3
`;

const half = `
z = r * r
`;

const sine = `
${polynomial(
  "s",
  "z",
  [
    -0.16666666666666666, 0.008333333333331293, -0.00019841269837051875, 2.7557316203987023e-6,
    -2.5051147150490575e-8, 1.5918966645919517e-10,
  ],
)}
odd = r * z * s + tail * (1 - 0.5 * z)
`;

const cosine = `
${polynomial(
  "c",
  "z",
  [
    0.041666666666666664, -0.0013888888888886446, 2.4801587297401976e-5, -2.7557316600431846e-7,
    2.0876013283158355e-9, -1.1373512505405432e-11,
  ],
)}
square = 0.5 * z
one = 1 - square
even = 1 - one - square + (z * z * c - r * tail)
`;

const far = 1048576;

export const trigonometry: Intrinsics = {
  sin: {
    doc: "Sine, x in radians.",
    args: ["x"],
    program: `
${reduceByHalfPi}
abs(x) < ${far} ? abs(x) < 0.7853981633974483 ? sinOf(x, 0) : sinOfTurned(n, r, tail) : largeSin(x)
`,
  },
  cos: {
    doc: "Cosine, x in radians.",
    args: ["x"],
    program: `
${reduceByHalfPi}
abs(x) < ${far} ? sinOfTurned(n + 1, r, tail) : largeCos(x)
`,
  },
  tan: {
    doc: "Tangent, x in radians.",
    args: ["x"],
    program: `
${reduceByHalfPi}
abs(x) < ${far} ? x == 0 ? x : tanOfTurned(n, r, tail) : largeTan(x)
`,
  },
  sinOf: {
    doc: "sin(r + tail) for |r| <= pi/4.",
    args: ["r", "tail"],
    inner: true,
    program: `${half}${sine}
r == 0 ? r : r + odd`,
  },
  cosOf: {
    doc: "cos(r + tail) for |r| <= pi/4.",
    args: ["r", "tail"],
    inner: true,
    program: `${half}${cosine}
one + even`,
  },
  sinOfTurned: {
    doc: "sin(n pi/2 + r + tail).",
    args: ["n", "r", "tail"],
    inner: true,
    program: `
quarter = n - 4 * floor(0.25 * n)
quarter < 2 ? quarter == 0 ? sinOf(r, tail) : cosOf(r, tail) : quarter == 2 ? -sinOf(r, tail) : -cosOf(r, tail)
`,
  },
  tanOfTurned: {
    doc: "tan(n pi/2 + r + tail) = sin / cos or -cos / sin, both as sums of two doubles, divided as such.",
    args: ["n", "r", "tail"],
    inner: true,
    program: `
${half}${sine}${cosine}
sinHigh = r + odd
sinLow = odd - (sinHigh - r)
cosHigh = one + even
cosLow = even - (cosHigh - one)
turned = 0.5 * n - floor(0.5 * n)
top = turned == 0 ? sinHigh : -cosHigh
topLow = turned == 0 ? sinLow : -cosLow
bottom = turned == 0 ? cosHigh : sinHigh
bottomLow = turned == 0 ? cosLow : sinLow
y = top / bottom
shiftY = y * 134217729
headY = shiftY - (shiftY - y)
restY = y - headY
shift = bottom * 134217729
head = shift - (shift - bottom)
rest = bottom - head
lost = top - headY * head - headY * rest - restY * head - restY * rest
y + (lost + topLow - y * bottomLow) / bottom
`,
  },
  largeSin: {
    doc: "sin(x) for |x| >= 2^20.",
    args: ["x"],
    inner: true,
    program: "sinOfTurned(largeAngle(x, 0), largeAngle(x, 1), largeAngle(x, 2))",
  },
  largeCos: {
    doc: "cos(x) for |x| >= 2^20.",
    args: ["x"],
    inner: true,
    program: "sinOfTurned(largeAngle(x, 0) + 1, largeAngle(x, 1), largeAngle(x, 2))",
  },
  largeTan: {
    doc: "tan(x) for |x| >= 2^20.",
    args: ["x"],
    inner: true,
    program: "tanOfTurned(largeAngle(x, 0), largeAngle(x, 1), largeAngle(x, 2))",
  },
};
