import type { Intrinsics } from "../../intrinsics/intrinsic.js";
import { polynomial } from "../../intrinsics/polynomial.js";
import { greatest } from "../dialect.js";
import { takeApart } from "./mantissa.js";

/** For f in (sqrt(1/2) - 1, sqrt(2) - 1) and s = f / (2 + f), log(1 + f) is f - square + s (square + z p), z = s^2. */
const logTerms = `
s = f / (2 + f)
z = s * s
${polynomial("p", "z", [0.6666666, 0.4000085, 0.28510183, 0.24027473])}
square = 0.5 * f * f
odd = s * (square + z * p)
`;

/** log(1 + f) + k log 2. log 2 is cut so that k times its first piece is exact. */
const addExponent = "y = k * 0.693359375 + (f - (square - (odd - k * 0.00021219444)))";

/** y = log(m) for x = 2^k m, without the exponent. */
const logOfMantissa = `
${takeApart("x")}
f = m - 1
${logTerms}
y = f - (square - odd)
`;

/** A logarithm of x where it is not `value`. */
const special = (value: string) =>
  `keepNan(x, x > 0 ? x > ${greatest} ? x : ${value} : x == 0 ? -inf() : nan())`;

export const logarithm: Intrinsics = {
  log: {
    doc: "Natural logarithm: log(2^k m) = k log 2 + log(m), m between sqrt(1/2) and sqrt(2).",
    args: ["x"],
    program: `
${takeApart("x")}
f = m - 1
${logTerms}
${addExponent}
${special("y")}
`,
  },
  log1p: {
    doc: "log(1 + x): where k is 0, f is x itself.",
    args: ["x"],
    program: `
v = 1 + x
${takeApart("v")}
f = k == 0 ? x : m - 1
${logTerms}
${addExponent}
keepNan(x, x > -1 ? x > ${greatest} ? x : y : x == -1 ? -inf() : nan())
`,
  },
  log2: {
    doc: "Logarithm to the base 2: k + log(m) / log(2), exact for powers of 2.",
    args: ["x"],
    program: `
${logOfMantissa}
${special("k + 1.442695 * y")}
`,
  },
  log10: {
    doc: "Logarithm to the base 10: k log10(2) + log(m) / log(10), with log10(2) cut so that k times its first piece is exact.",
    args: ["x"],
    program: `
${logOfMantissa}
${special("k * 0.301025390625 + (k * 0.000004605039 + 0.4342945 * y)")}
`,
  },
};
