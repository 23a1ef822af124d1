import type { Intrinsics } from "../../intrinsics/intrinsic.js";
import { polynomial } from "../../intrinsics/polynomial.js";
import { greatest } from "../dialect.js";
import { grow, scale } from "./exponential.js";
import { takeApart } from "./mantissa.js";

/** |x| = 2^k m with m in (sqrt(1/2), sqrt(2)), and s = (m - 1) / (m + 1) = sHead + sRest; products of heads are exact. */
const splitBase = `
size = abs(x)
${takeApart("size")}
f = m - 1
d = m + 1
dHead = head(d)
dRest = m - (dHead - 1)
inverse = 1 / d
sHead = head(f * inverse)
sRest = (f - sHead * dHead - sHead * dRest) * inverse
s = sHead + sRest
`;

/** log2 |x| = l + lRest: k + 2 / log(2) (s + s^3 / 3 + s^5 / 5 + ...). */
const logOfBase = `
z = s * s
${polynomial("p", "z", [0.3333333, 0.20000425, 0.14255092, 0.12013736])}
low = sRest + s * (z * p)
near = sHead * 2.884765625
away = sHead * 0.0006244568 + low * 2.88539
l = head(k + (near + away))
lRest = k - l + near + away
`;

/** y log2 |x| = product + productRest = n + r / log(2). A y beyond 2^40 gives 0, 1 or infinity, as 2^40 does. */
const reducedProduct = `
power = abs(y) < 1099511627776 ? y : y > 0 ? 1099511627776 : -1099511627776
yHead = head(power)
product = yHead * l
productRest = (power - yHead) * l + power * lRest
t = product + productRest
n = nearest(t > 200 ? 200 : t < -200 ? -200 : t)
r = (product - n + productRest) * 0.6931472
`;

export const power: Intrinsics = {
  pow: {
    doc: "x^y = 2^(y log2 x), with log2 x and the product to 33 bits.",
    args: ["x", "y"],
    program: `
${splitBase}
${logOfBase}
${reducedProduct}
${grow}
${scale("n")}
specialPow(x, y, t > 130 ? inf() : t < -155 ? 0 : scaled)
`,
  },
  specialPow: {
    doc: "x^y where a sign, an infinity, a zero or NaN decides, as C99 and IEEE 754 say; size is |x|^y.",
    args: ["x", "y", "size"],
    inner: true,
    program: `
a = abs(x)
grows = a < 1 ? -y : y
limit = grows > 0 ? inf() : 0
isLimit = a == 0 ? 1 : a > ${greatest} ? 1 : 0
isFar = abs(y) > ${greatest} ? 1 : 0
value = isLimit > 0 ? limit : isFar > 0 ? a == 1 ? 1 : limit : size

halved = 0.5 * y
isWhole = floor(y) == y ? 1 : isFar
isEven = floor(halved) == halved ? 1 : isFar
ofNegative = isWhole > 0 ? isEven > 0 ? value : -value : isLimit > 0 ? value : nan()
signed1 = signOf(x) > 0 ? value : ofNegative
y == 0 ? 1 : keepNan(x, x == 1 ? 1 : keepNan(y, signed1))
`,
  },
  cbrt: {
    doc: "Cube root: 2^k cbrt(m), m in [1, 8), from a polynomial bettered twice.",
    args: ["x"],
    program: `
size = abs(x)
isTiny = size < 1.1754944e-38 ? 1 : 0
lifted = isTiny > 0 ? size * 16777216 : size
e = exponent(lifted)
k = floor((e + 0.5) * 0.33333334)
m = mantissa(lifted) * pow2(e - 3 * k)
start = 0.68168944 + m * (0.3631337 + m * (-0.04266177 + m * 0.0022505722))
lack = 1 - start * start * (start / m)
better = start + start * lack * (0.33333334 + lack * 0.22222222)
rest = 1 - better * better * (better / m)
y = better + better * rest * 0.33333334
keepNan(x, size == 0 ? x : size > ${greatest} ? x : signOf(x) * y * pow2(k - 8 * isTiny))
`,
  },
};
