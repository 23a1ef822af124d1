import type { Intrinsics } from "../../intrinsics/intrinsic.js";
import { polynomial } from "../../intrinsics/polynomial.js";
import { greatest } from "../dialect.js";
import { nearAngles } from "../far-angle.js";

/**
 * x = n pi/2 + r with |r| <= pi/4. pi/2 is cut into pieces of 11 bits, so that their products with n are exact up to
 * n = 2^13, whether or not a compiler contracts product and difference; what is further away is left to `farAngle`.
 */
const reduceByHalfPi = `
isFar = abs(x) > ${nearAngles} ? 1 : 0
turns = nearest(x * 0.63661975)
rest = x - turns * 1.5703125 - turns * 0.0004837512969970703 - turns * 7.549533620476723e-8 - turns * 2.5632829192545614e-12 - turns * 6.123234e-17
n = isFar > 0 ? farAngle(x, 0) : turns
r = isFar > 0 ? farAngle(x, 1) : rest
`;

/** sine = sin(r) and cosine = cos(r), for |r| <= pi/4. */
const sineAndCosine = `
z = r * r
${polynomial("s", "z", [-0.16666667, 0.008333372, -0.00019849834, 2.7990047e-6])}
${polynomial("c", "z", [0.041666668, -0.0013888973, 2.4819179e-5, -2.85987e-7])}
sine = r + r * z * s
cosine = 1 - (0.5 * z - z * z * c)
`;

/** The value for a finite x, NaN for others. */
const finite = (value: string) => `keepNan(x, abs(x) > ${greatest} ? nan() : ${value})`;

/** sin(n pi/2 + r). */
const turned = (n: string) => `
turn = ${n}
pairs = floor(0.5 * turn)
isOdd = turn - 2 * pairs
sign1 = 1 - 2 * (pairs - 2 * floor(0.5 * pairs))
${finite("sign1 * (isOdd == 0 ? sine : cosine)")}
`;

export const trigonometry: Intrinsics = {
  sin: {
    doc: "Sine of x radians.",
    args: ["x"],
    program: `
${reduceByHalfPi}
${sineAndCosine}
${turned("n")}
`,
  },
  cos: {
    doc: "Cosine of x radians.",
    args: ["x"],
    program: `
${reduceByHalfPi}
${sineAndCosine}
${turned("n + 1")}
`,
  },
  tan: {
    doc: "Tangent of x radians: the quotient of sine and cosine.",
    args: ["x"],
    program: `
${reduceByHalfPi}
${sineAndCosine}
isOdd = n - 2 * floor(0.5 * n)
${finite("isOdd == 0 ? sine / cosine : -cosine / sine")}
`,
  },
};
