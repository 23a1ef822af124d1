import type { Intrinsics } from "./intrinsic.js";
import { gaussian, smallErfTerms } from "./special.js";
import { split } from "./split.js";

/** t - squareRest = -value^2 / 2. */
const halfSquare = `
${split("value", "valueHead")}
t = -0.5 * valueHead * valueHead
squareRest = 0.5 * (value - valueHead) * (value + valueHead)
`;

/** x + xRest = -value / sqrt(2): a rounding of this product alone would count value^2 fold in erfc. */
const overRootTwo = `
x = value * -0.7071067811865476
xRest = valueHead * -0.7071067839860916 - x + (valueHead * 2.799544089368687e-9 - (value - valueHead) * 0.7071067811865476)
`;

/** The standard normal distribution. */
export const normal: Intrinsics = {
  ndtr: {
    doc: "The probability that a standard normal number is below the value, erfc(-value / sqrt(2)) / 2.",
    args: ["value"],
    program: `
far = value > 1.0607 ? 0.5 + 0.5 * farErf(value * 0.7071067811865476) : nearNdtr(value)
value > -0.7071067811865476 ? far : value > -39 ? tailNdtr(value) : value < 0 ? 0 : value
`,
  },
  nearNdtr: {
    doc: "(1 - x - x (2 / sqrt(pi) - 1 + x^2 p(x^2))) / 2, x = -value / sqrt(2), with only the last difference rounded.",
    args: ["value"],
    inner: true,
    program: `
${split("value", "valueHead")}
${overRootTwo}
z = x * x
w = z * z
${smallErfTerms}
one = 1 - x
0.5 * (one + (1 - one - x - (x * (0.1283791670955126 + z * p) + 1.1283791670955126 * xRest)))
`,
  },
  tailNdtr: {
    doc: "ndtr(value) for -39 < value <= -sqrt(1/2), with x = -value / sqrt(2) and its square in two pieces.",
    args: ["value"],
    inner: true,
    program: `
${halfSquare}
${overRootTwo}
erfcTail(x, xRest, t, squareRest, 0.5)
`,
  },
  normpdf: {
    doc: "The density of the standard normal distribution, e^(-value^2 / 2) / sqrt(2 pi), with the square in two pieces.",
    args: ["value"],
    program: `
${halfSquare}
${gaussian}
product = eHead * 0.3989422768354416
y = product + (eHead * 3.5659910885844774e-9 + eRest * 0.3989422804014327)
abs(value) < 39 ? scaledExp(t, y, k) : value == value ? 0 : value
`,
  },
};
