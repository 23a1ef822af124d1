import type { Intrinsics } from "./intrinsic.js";
import { splitPolynomial } from "./polynomial.js";
import { split } from "./split.js";

/** atan(t) = t + t z p(z), z = t^2, for |t| < 0.44. */
const atanTerms = `
z = t * t
w = z * z
${splitPolynomial(
  "p",
  "z",
  "w",
  [
    -0.33333333333333326, 0.19999999999988802, -0.1428571428327971, 0.111111109079432, -0.09090900419552075,
    0.07692091377333268, -0.06663284257398189, 0.05848039143015362, -0.0503528313598525, 0.037857050580169166,
    -0.017579514017481083,
  ],
)}
small = t * (z * p)
`;

/** high + low = atan(c) for c = 0, 1/2, 1 or 3/2. */
const atanOfCenter = `
a1 = 0.4636476090008061
a2 = 0.7853981633974483
a3 = 0.982793723247329
high = c == 0 ? 0 : c == 0.5 ? a1 : c == 1 ? a2 : a3
b1 = 2.2698777452961687e-17
b2 = 3.061616997868383e-17
b3 = 1.3903311031230998e-17
low = c == 0 ? 0 : c == 0.5 ? b1 : c == 1 ? b2 : b3
`;

/**
 * For size = |x|: asin(root) = root + root q for a root of at most 1/2, which is |x|, or sqrt((1 - |x|) / 2) with what
 * it lacks, by the identity asin(x) = pi/2 - 2 asin(sqrt((1 - x) / 2)).
 */
const halfAngle = `
size = abs(x)
t = 0.5 * (1 - size)
v = size < 0.5 ? x * x : t
w = v * v
${splitPolynomial(
  "p",
  "v",
  "w",
  [
    0.16666666666666669, 0.0749999999999759, 0.04464285714805035, 0.03038194400554321, 0.022372178312011538,
    0.017352265231811426, 0.013973125860187398, 0.01146033554722546, 0.010446316667760271,
    0.004924000571813685, 0.01885947851779985, -0.017138567663954364, 0.030323659626995896,
  ],
)}
q = v * p
root = sqrt(t)
${split("root", "head")}
rest = t > 0 ? (t - head * head) / (root + head) : 0
more = rest + root * q
`;

export const inverseTrigonometry: Intrinsics = {
  asin: {
    doc: "Arc sine: x + x^3 p(x^2) up to 1/2, and pi/2 - 2 asin(sqrt((1 - x) / 2)) from there.",
    args: ["x"],
    program: `
${halfAngle}
quarter = 1.5707963267948966
near = quarter - 2 * head
away = quarter - near - 2 * head + 6.123233995736766e-17
size < 0.5 ? x + x * q : signOf(x) * (near + (away - 2 * more))
`,
  },
  acos: {
    doc: "Arc cosine: pi/2 - asin(x) up to 1/2, and 2 asin(sqrt((1 - |x|) / 2)) or pi minus that from there.",
    args: ["x"],
    program: `
${halfAngle}
quarter = 1.5707963267948966
quarterLow = 6.123233995736766e-17
middle = quarter - x
middleRest = quarter - middle - x + quarterLow
near = 2 * quarter - 2 * head
away = 2 * quarter - near - 2 * head + 2 * quarterLow
large = x > 0 ? 2 * head + 2 * more : near + (away - 2 * more)
size < 0.5 ? middle + (middleRest - x * q) : large
`,
  },
  atan: {
    doc: "Arc tangent: atan(c) + atan((|x| - c) / (1 + c |x|)) with c = 0, 1/2, 1, 3/2 or infinity.",
    args: ["x"],
    program: `
size = abs(x)
c = size < 0.4375 ? 0 : size < 0.6875 ? 0.5 : size < 1.1875 ? 1 : 1.5
${atanOfCenter}
t = size < 2.4375 ? (size - c) / (1 + c * size) : -1 / size
${atanTerms}
quarter = 1.5707963267948966
quarterLow = 6.123233995736766e-17
y = size < 2.4375 ? high + (t + (small + low)) : quarter + (t + (small + quarterLow))
x == 0 ? x : signOf(x) * y
`,
  },
  atan2: {
    doc: "The angle of the point (x, y): the arc tangent of the smaller by the larger side, in two pieces, turned.",
    args: ["y", "x"],
    program: `
width = abs(x)
height = abs(y)
n = height < width ? height : width
d = height < width ? width : height
q = n == d ? d == 0 ? 0 : 1 : n / d

# what the quotient lacks, from sides scaled to the middle of the exponents
scale = pow2(0 - floor(0.5 * exponent(d)))
side = d * scale
${split("q", "qHead")}
${split("side", "head")}
qRest = q - qHead
sideRest = side - head
missing = n * scale - qHead * head - qHead * sideRest - qRest * head - qRest * sideRest
more = n == d ? 0 : q > 1e-18 ? missing / side / (1 + q * q) : 0

c = q < 0.4375 ? 0 : q < 0.6875 ? 0.5 : 1
${atanOfCenter}
t = (q - c) / (1 + c * q)
${atanTerms}

# atan(q), then pi/2 minus it, then pi minus that: high + low + sign (t + small + more)
quarter = 1.5707963267948966
quarterLow = 6.123233995736766e-17
high1 = quarter - high
low1 = quarter - high1 - high + (quarterLow - low)
high2 = height > width ? high1 : high
low2 = height > width ? low1 : low
sign2 = height > width ? -1 : 1
high3 = 2 * quarter - high2
low3 = 2 * quarter - high3 - high2 + (2 * quarterLow - low2)
high4 = signOf(x) < 0 ? high3 : high2
low4 = signOf(x) < 0 ? low3 : low2
sign = signOf(x) < 0 ? -sign2 : sign2
signOf(y) * (high4 + (sign * t + (sign * (small + more) + low4)))
`,
  },
};
