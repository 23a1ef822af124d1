import type { Intrinsics } from "./intrinsic.js";
import { polynomial, splitPolynomial } from "./polynomial.js";
import { split } from "./split.js";

/**
 * x = n pi/2 + r + tail (times `part`) for |x| < 2^14. pi/2 is cut into two pieces of 38 bits and a rest, so that
 * their products with n are exact, and what each difference loses is kept.
 */
const reduceByHalfPi = (part: 1 | 0.5) => `
n = nearest(x * ${0.6366197723675814 / part})
r0 = x - n * ${1.5707963267923333 * part}
w1 = n * ${2.5633441515839558e-12 * part}
r1 = r0 - w1
w2 = n * ${1.0562999066987428e-23 * part} - (r0 - r1 - w1)
r = r1 - w2
tail = r1 - r - w2
`;

/** From here on the pieces of pi/2 would not do. */
const far = 16384;

/** y = tan(n pi/4 + r + tail) for |r| <= pi/8: with t = tan(r + tail) and b + a i a multiple of i^(n/2), (a + b t) / (b - a t). */
const tangent = `
z = r * r
w = z * z
${splitPolynomial(
  "p",
  "z",
  "w",
  [
    0.33333333333333337, 0.1333333333332848, 0.05396825397694266, 0.02186948795235826, 0.008863254984746853,
    0.00359176633104754, 0.0014597551332693542, 0.000565557825282123, 0.0003191790046543815,
  ],
)}
more = r * z * p + tail * (1 + z)
q = n - 4 * floor(0.25 * n)
a = floor(0.25 * (q + 3))
b = 1 - floor(0.2 * (q * q + 1))
top = a + b * r
topRest = a - top + b * r + b * more
bottom = b - a * r
bottomRest = b - bottom - a * r - a * more
inverse = 1 / (bottom + bottomRest)
y = top * inverse
${split("y", "yHead")}
${split("bottom", "head")}
yRest = y - yHead
rest = bottom - head
lost = top - yHead * head - yHead * rest - yRest * head - yRest * rest
y + (lost + topRest - y * bottomRest) * inverse
`;

export const trigonometry: Intrinsics = {
  sin: {
    doc: "Sine of x radians.",
    args: ["x"],
    program: `
${reduceByHalfPi(1)}
abs(x) < 0.78 ? sinOf(x, 0) : abs(x) < ${far} ? sinOfTurned(n, r, tail) : largeSin(x)
`,
  },
  cos: {
    doc: "Cosine of x radians.",
    args: ["x"],
    program: `
${reduceByHalfPi(1)}
abs(x) < 0.78 ? cosOf(x, 0) : abs(x) < ${far} ? sinOfTurned(n + 1, r, tail) : largeCos(x)
`,
  },
  tan: {
    doc: "Tangent of x radians.",
    args: ["x"],
    program: `
${reduceByHalfPi(0.5)}
abs(x) < ${far} ? x == 0 ? x : tanOfTurned(n, r, tail) : largeTan(x)
`,
  },
  sinOf: {
    doc: "sin(r + tail) for |r| <= pi/4.",
    args: ["r", "tail"],
    inner: true,
    program: `
z = r * r
${polynomial(
  "s",
  "z",
  [
    -0.16666666666666666, 0.008333333333331293, -0.00019841269837051875, 2.7557316203987023e-6,
    -2.5051147150490575e-8, 1.5918966645919517e-10,
  ],
)}
r == 0 ? r : r + (r * z * s + tail * (1 - 0.5 * z))
`,
  },
  cosOf: {
    doc: "cos(r + tail) for |r| <= pi/4.",
    args: ["r", "tail"],
    inner: true,
    program: `
z = r * r
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
one + (1 - one - square + (z * z * c - r * tail))
`,
  },
  sinOfTurned: {
    doc: "sin(n pi/2 + r + tail).",
    args: ["n", "r", "tail"],
    inner: true,
    program: `
half = floor(0.5 * n)
sign = 1 - 2 * (half - 2 * floor(0.5 * half))
sign * (n == half + half ? sinOf(r, tail) : cosOf(r, tail))
`,
  },
  tanOfTurned: {
    doc: "tan(n pi/4 + r + tail) = (a + b t) / (b - a t), t = tan(r + tail), both sides as sums of two doubles.",
    args: ["n", "r", "tail"],
    inner: true,
    program: tangent,
  },
  largeSin: {
    doc: "sin(x) for |x| >= 2^14.",
    args: ["x"],
    inner: true,
    program: "sinOfTurned(largeAngle(x, 0), largeAngle(x, 1), largeAngle(x, 2))",
  },
  largeCos: {
    doc: "cos(x) for |x| >= 2^14.",
    args: ["x"],
    inner: true,
    program: "sinOfTurned(largeAngle(x, 0) + 1, largeAngle(x, 1), largeAngle(x, 2))",
  },
  largeTan: {
    doc: "tan(x) for |x| >= 2^14.",
    args: ["x"],
    inner: true,
    program: `
angle = largeAngle(x, 1)
j = nearest(angle * 1.2732395447351628)
near = angle - j * 0.7853981633974483
away = largeAngle(x, 2) - j * 3.061616997868383e-17
r = near + away
tanOfTurned(2 * largeAngle(x, 0) + j, r, near - r + away)
`,
  },
};
