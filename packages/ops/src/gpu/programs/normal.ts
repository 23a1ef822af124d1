import type { Intrinsics } from "../../intrinsics/intrinsic.js";
import { polynomial } from "../../intrinsics/polynomial.js";

/** t^2 = square + squareRest, the first exact, of `t`. */
const exactSquare = `
h = head(t)
square = h * h
squareRest = (t - h) * (t + h)
`;

/** The error function and the normal distribution. */
export const normal: Intrinsics = {
  normalTail: {
    doc: "ndtr(-t) e^(t^2 / 2) for 0 <= t <= 40, a rational function.",
    args: ["t"],
    inner: true,
    program: `
${polynomial("p", "t", [0.5, 0.5083507323534227, 0.25129650353375055, 0.07161575516225786, 0.011712565581325926, 0.000896755617993893])}
${polynomial("q", "t", [1, 1.8145860171235975, 1.4504233037788017, 0.6591696048332759, 0.18176726884954095, 0.02935887119145422, 0.002247835581381881])}
p / q
`,
  },
  erf: {
    doc: "The error function: x times a polynomial of x^2 for |x| < 1/2, 1 - erfc(|x|) beyond.",
    args: ["x"],
    program: `
z = x * x
${polynomial("p", "z", [0.12837917, -0.3761261, 0.11282857, -0.02675897, 0.004721164])}
keepNan(x, abs(x) < 0.5 ? x * (1 + p) : signOf(x) * (1 - farErfc(abs(x))))
`,
  },
  erfc: {
    doc: "1 - erf(x), without cancellation where erf(x) nears 1.",
    args: ["x"],
    program: "keepNan(x, x > 0.5 ? farErfc(x) : 1 - erf(x))",
  },
  farErfc: {
    doc: "erfc(x) for x >= 1/2: 2 ndtr(-sqrt(2) x), with x^2 in two pieces.",
    args: ["x"],
    inner: true,
    program: `
t = x < 11 ? x : 11
${exactSquare}
2 * scaledExp(-square, -squareRest, 0) * normalTail(1.4142135 * t)
`,
  },
  ndtr: {
    doc: "The probability that a standard normal number is below x: below 0, e^(-x^2 / 2) times a rational function.",
    args: ["x"],
    program: `
size = abs(x)
t = size < 15 ? size : 15
${exactSquare}
far = scaledExp(-0.5 * square, -0.5 * squareRest, 0) * normalTail(t)
keepNan(x, x > 0 ? 1 - far : far)
`,
  },
  normpdf: {
    doc: "The density of the standard normal distribution, e^(-x^2 / 2) / sqrt(2 pi), with x^2 in two pieces.",
    args: ["x"],
    program: `
size = abs(x)
t = size < 15 ? size : 15
${exactSquare}
keepNan(x, 0.3989423 * scaledExp(-0.5 * square, -0.5 * squareRest, 0))
`,
  },
};
