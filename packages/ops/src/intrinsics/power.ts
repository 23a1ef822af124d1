import { addExpMinusOne } from "./exponential.js";
import type { Intrinsics } from "./intrinsic.js";
import { splitPolynomial } from "./polynomial.js";
import { split } from "./split.js";

/** |x| = 2^e m with m in [1, 2), as 2^n 1.5^is15 (1 + s) / (1 - s) with |s| < 1/9 and s = sHead + sRest to 78 bits. */
const splitBase = `
size = abs(x)
v = size < 1e-307 ? size * 18014398509481984 : size
e = exponent(v)
m = 0.5 * (v * pow2(1 - e))
twice = nearest(m + m)
is15 = (twice - 2) * (4 - twice)
is2 = 0.5 * (twice - 2) * (twice - 3)
n = (size < 1e-307 ? e - 54 : e) + is2
center = 0.5 * twice
f = m - center
d = m + center
inverse = 1 / d
s = f * inverse
${split("s", "sHead")}
${split("d", "dHead")}
dRest = m - (dHead - center)
sRest = inverse * (f - sHead * dHead - sHead * dRest)
`;

/** log((1 + s) / (1 - s)) = 2/3 s (3 + z + z^2 p(z)) = high + low, z = s^2, as products of 26-bit heads and rests. */
const logOfQuotient = `
zHead = sHead * sHead
zRest = sRest * (sHead + s)
zz = zHead + zRest
zzzz = zz * zz
${splitPolynomial(
  "p",
  "zz",
  "zzzz",
  [
    0.6, 0.42857142857155445, 0.3333333332180406, 0.27272731098151004, 0.23076362421205535,
    0.20035425201007453, 0.17072708605335135,
  ],
)}
uMore = zRest + zzzz * p
u = 3 + zHead + uMore
${split("u", "uHead")}
uRest = uMore - (uHead - 3 - zHead)
product = sHead * uHead
productRest = sRest * u + sHead * uRest
w = product + productRest
${split("w", "wHead")}
wRest = productRest - (wHead - product)
high = wHead * 0.6666666567325592
low = wHead * 9.934107462565104e-9 + wRest * 0.6666666666666666
`;

/** log |x| = lHead + lRest, lHead of 26 bits. */
const logOfBase = `
whole = n * 0.6931471805598903 + is15 * 0.4054651081080465
nearL = whole + high
awayL = whole - nearL + high + (low + (n * 5.497923018708371e-14 + is15 * 1.1790280407716567e-13))
l = nearL + awayL
${split("l", "lHead")}
lRest = nearL - lHead + awayL
`;

/** y log |x| = t + tRest = k log 2 + r + tail. A y beyond 2^64 gives 0, 1 or infinity, as 2^64 does. */
const reducedProduct = `
power = abs(y) < 18446744073709552000 ? y : y > 0 ? 18446744073709552000 : -18446744073709552000
${split("power", "yHead")}
t = yHead * lHead
tRest = (power - yHead) * lHead + power * lRest
k = nearest((t + tRest) * 1.4426950408889634)
near = t - k * 0.6931471805598903
away = tRest - k * 5.497923018708371e-14
r = near + away
tail = near - r + away
`;

export const power: Intrinsics = {
  pow: {
    doc: "x^y = e^(y log x), with log x and the product to 68 bits: exact powers are exact.",
    args: ["x", "y"],
    program: `
${splitBase}
${logOfQuotient}
${logOfBase}
${reducedProduct}
one = 1
oneRest = 0
${addExpMinusOne}
value = abs(t) < 707 ? mantissa * pow2(k) : scaledExp(t, mantissa, k)
(x > 0 ? x < 1 / 0 ? abs(y) : 1 / 0 : 1 / 0) < 1 / 0 ? value : specialPow(x, y, value)
`,
  },
  specialPow: {
    doc: "x^y where a sign, an infinity, a zero or NaN decides, as C99 and IEEE 754 say; size is |x|^y.",
    args: ["x", "y", "size"],
    inner: true,
    program: `
parity = y - 2 * floor(0.5 * y)
sign = x == 0 ? 1 / x : x
value = limitPow(abs(x), y, size)
signed = sign > 0 ? value : parity == 1 ? -value : parity == 0 ? value : fractionalPow(x, y, value)
y == 0 ? 1 : x == 1 ? 1 : x != x ? x : y != y ? y : signed
`,
  },
  fractionalPow: {
    doc: "A negative x to a power y that is not an integer: NaN, unless one of them is infinite or x is -0.",
    args: ["x", "y", "value"],
    inner: true,
    program: "x < 0 ? x > -1 / 0 ? abs(y) < 1 / 0 ? 0 / 0 : value : value : value",
  },
  limitPow: {
    doc: "a^y for a >= 0, where a or y may be 0 or infinite.",
    args: ["a", "y", "size"],
    inner: true,
    program: `
grows = a < 1 ? -y : y
limit = grows > 0 ? 1 / 0 : 0
a == 0 ? limit : a == 1 / 0 ? limit : abs(y) < 1 / 0 ? size : a == 1 ? 1 : limit
`,
  },
};
