import type { Intrinsics } from "./intrinsic.js";
import { polynomialTree, splitPolynomial } from "./polynomial.js";
import { split } from "./split.js";

/** atan(t) = t + small, small = t z p(z), z = t^2, for |t| <= 0.625. */
const atanTerms = `
z = t * t
${polynomialTree(
  "p",
  "z",
  [
    0.19999999999935464, -0.1428571428032748, 0.11111110883652602, -0.09090903382897414, 0.0769221462307701,
    -0.06665625509889898, 0.0587408222092426, -0.05215505217076222, 0.04560431283838064, -0.03719864643961841,
    0.02556657291316589, -0.012524248495594727, 0.003134135814643434,
  ],
)}
small = t * (z * (-0.33333333333333065 + z * p))
`;

/**
 * For size = |x|: asin(root) = root + root q for a root of at most 1/2, which is |x|, or sqrt(t), t = (1 - |x|) / 2,
 * by the identity asin(x) = pi/2 - 2 asin(sqrt((1 - x) / 2)).
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
`;

/** sqrt(t) in two pieces, and asin(sqrt(t)) = head + more. */
const rootAngle = `
root = sqrt(t)
${split("root", "head")}
rest = t > 0 ? (t - head * head) / (root + head) : 0
more = rest + root * q
`;

/** The roots are functions of their own, so that JavaScript does not pay for one where it is not used. */
export const inverseTrigonometry: Intrinsics = {
  asin: {
    doc: "Arc sine: x + x^3 p(x^2) up to 1/2, and pi/2 - 2 asin(sqrt((1 - x) / 2)) from there.",
    args: ["x"],
    program: `
${halfAngle}
size < 0.5 ? x + x * q : largeAsin(x, t, q)
`,
  },
  largeAsin: {
    doc: "asin(x) for |x| from 1/2, where t = (1 - |x|) / 2 and asin(sqrt(t)) = sqrt(t) (1 + q).",
    args: ["x", "t", "q"],
    inner: true,
    program: `
${rootAngle}
quarter = 1.5707963267948966
near = quarter - 2 * head
away = quarter - near - 2 * head + 6.123233995736766e-17
signOf(x) * (near + (away - 2 * more))
`,
  },
  acos: {
    doc: "Arc cosine: pi/2 - asin(x) up to 1/2, and 2 asin(sqrt((1 - |x|) / 2)) or pi minus that from there.",
    args: ["x"],
    program: `
${halfAngle}
quarter = 1.5707963267948966
middle = quarter - x
middleRest = quarter - middle - x + 6.123233995736766e-17
size < 0.5 ? middle + (middleRest - x * q) : largeAcos(x, t, q)
`,
  },
  largeAcos: {
    doc: "acos(x) for |x| from 1/2, where t = (1 - |x|) / 2 and asin(sqrt(t)) = sqrt(t) (1 + q).",
    args: ["x", "t", "q"],
    inner: true,
    program: `
${rootAngle}
half = 3.141592653589793
near = half - 2 * head
away = half - near - 2 * head + 1.2246467991473532e-16
x > 0 ? 2 * head + 2 * more : near + (away - 2 * more)
`,
  },
  atan: {
    doc: "Arc tangent: x + x^3 p(x^2) up to 0.6, pi/4 + atan((x - 1) / (x + 1)) up to 1.6, pi/2 + atan(-1 / x) from there.",
    args: ["x"],
    program: `
size = abs(x)
t = size < 1.6 ? size < 0.6 ? size : (size - 1) / (size + 1) : -1 / size
high = size < 1.6 ? size < 0.6 ? 0 : 0.7853981633974483 : 1.5707963267948966
${atanTerms}
sum = high + t
signOf(x) * (sum + (high - sum + t + (small + high * 3.8981718325193755e-17)))
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
n > 1e-150 ? d < 1e150 ? ratioAtan(y, x, n, d) : extremeAtan2(y, x, n, d) : extremeAtan2(y, x, n, d)
`,
  },
  extremeAtan2: {
    doc: "atan2(y, x) where the smaller side n or the larger side d is tiny, huge, zero or NaN.",
    args: ["y", "x", "n", "d"],
    inner: true,
    program: `
ratio = d > 0 ? n == d ? 1 : n / d : 0
scale = d < 1 ? 4.149515568880993e180 : 2.409919865102884e-181
small = ratio < 1e-18 ? ratio : n == d ? 1 : n * scale
large = ratio < 1e-18 ? 1 : n == d ? 1 : d * scale
width = abs(y) <= abs(x) ? large : small
height = abs(y) <= abs(x) ? small : large
x != x ? x : y != y ? y : ratioAtan(signOf(y) * height, signOf(x) * width, small, large)
`,
  },
  ratioAtan: {
    doc: "atan2(y, x) from the smaller side n and the larger side d: atan(n / d), or pi/4 + atan((n - d) / (n + d)).",
    args: ["y", "x", "n", "d"],
    inner: true,
    program: `
base = n < 0.6 * d ? 0 : 0.7853981633974483
top = n < 0.6 * d ? n : n - d
bottom = n < 0.6 * d ? d : n + d
inverse = 1 / bottom
q = top * inverse
${split("q", "head")}
${split("bottom", "bottomHead")}
turnedAtan(y, x, base, head, (top - head * bottomHead - head * (bottom - bottomHead)) * inverse)
`,
  },
  turnedAtan: {
    doc: "atan2(y, x), where base + atan(head + more) is the arc tangent of the smaller by the larger side.",
    args: ["y", "x", "base", "head", "more"],
    inner: true,
    program: `
t = head + more
${atanTerms}
turn = signOf(x)
sign = turn * signOf(abs(x) - abs(y))
high = (1 - 0.5 * (turn + sign)) * 1.5707963267948966 + sign * base
part = sign * head
sum = high + part
signOf(y) * (sum + (high - sum + part + (sign * (more + small) + high * 3.8981718325193755e-17)))
`,
  },
};
