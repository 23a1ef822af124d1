import type { Intrinsics } from "../../intrinsics/intrinsic.js";
import { polynomial } from "../../intrinsics/polynomial.js";
import { greatest } from "../dialect.js";

/** asin(x) = x + x q for |x| up to 1/2, asin(root) = root + root q, root = sqrt((1 - |x|) / 2), from there. */
const halfAngle = `
size = abs(x)
t = 0.5 * (1 - size)
v = size < 0.5 ? x * x : t
${polynomial("p", "v", [0.1666666, 0.07500515, 0.044515412, 0.031817805, 0.014407362, 0.03755364])}
q = v * p
root = sqrt(t)
angle = root + root * q
`;

/** atan(t) = t + small for |t| <= tan(pi/8). */
const atanTerms = `
z = t * t
${polynomial("p", "z", [-0.3333333, 0.19999827, -0.1428023, 0.11025884, -0.083836295, 0.045714155])}
small = t * (z * p)
`;

export const inverseTrigonometry: Intrinsics = {
  asin: {
    doc: "Arc sine: x + x^3 p(x^2) up to 1/2, and pi/2 - 2 asin(sqrt((1 - x) / 2)) from there.",
    args: ["x"],
    program: `
${halfAngle}
keepNan(x, size < 0.5 ? x + x * q : size > 1 ? nan() : signOf(x) * (1.5707964 - 2 * angle))
`,
  },
  acos: {
    doc: "Arc cosine: pi/2 - asin(x) up to 1/2, and 2 asin(sqrt((1 - |x|) / 2)) or pi minus that from there.",
    args: ["x"],
    program: `
${halfAngle}
far = x > 0 ? 2 * angle : 3.1415927 - 2 * angle
keepNan(x, size < 0.5 ? 1.5707964 - (x + x * q) : size > 1 ? nan() : far)
`,
  },
  atan: {
    doc: "Arc tangent: a polynomial up to tan(pi/8), pi/4 + atan((x - 1) / (x + 1)) up to 1 / tan(pi/8), pi/2 + atan(-1 / x) from there.",
    args: ["x"],
    program: `
size = abs(x)
t = size < 0.41421357 ? size : size < 2.4142137 ? (size - 1) / (size + 1) : -1 / size
high = size < 0.41421357 ? 0 : size < 2.4142137 ? 0.7853982 : 1.5707964
${atanTerms}
keepNan(x, signOf(x) * (high + (t + small)))
`,
  },
  atan2: {
    doc: "The angle of the point (x, y): the arc tangent of the smaller by the larger side, turned.",
    args: ["y", "x"],
    program: `
width = abs(x)
height = abs(y)
isHigh = height > width ? 1 : 0
longer = isHigh > 0 ? height : width
lesser = isHigh > 0 ? width : height

# Both within the reach of a quotient
factor = longer > 1e30 ? 1e-20 : longer < 1e-10 ? 1e20 : 1
d = longer * factor
n = lesser * factor
isSteep = n > 0.41421357 * d ? 1 : 0
quotient = isSteep > 0 ? (n - d) / (n + d) : n / d
t = longer > ${greatest} ? 0 : longer == 0 ? 0 : quotient
high = longer > ${greatest} ? (lesser > ${greatest} ? 0.7853982 : 0) : isSteep > 0 ? 0.7853982 : 0
${atanTerms}
first = high + (t + small)
second = isHigh > 0 ? 1.5707964 - first : first
keepNan(x, keepNan(y, signOf(y) * (signOf(x) > 0 ? second : 3.1415927 - second)))
`,
  },
};
