import { evenAndOdd } from "./exponential.js";
import type { Intrinsics } from "./intrinsic.js";
import { polynomial } from "./polynomial.js";

export const power: Intrinsics = {
  pow: {
    doc: "x^y = e^(y log x), with log x and the product to 68 bits, so that exact powers come out exact.",
    args: ["x", "y"],
    program: `
size = abs(x)
v = size < 2.2250738585072014e-308 ? size * 18014398509481984 : size
e = exponent(v)
m = 0.5 * (v * pow2(1 - e))
k = size < 2.2250738585072014e-308 ? e - 54 : e

# m = (1 + s) / (1 - s) times 1, 1.5 or 2
twice = nearest(m + m)
c = 0.5 * twice
is15 = (twice - 2) * (4 - twice)
is2 = 0.5 * (twice - 2) * (twice - 3)
f = m - c
d = m + c
inverse = 1 / d
s = f * inverse
shiftS = s * 134217729
sHead = shiftS - (shiftS - s)
shiftD = d * 134217729
dHead = shiftD - (shiftD - d)
dRest = m - (dHead - c)
sRest = inverse * (f - sHead * dHead - sHead * dRest)

# log((1 + s) / (1 - s)) = 2/3 s (3 + z + z^2 p(z))
square = sHead * sHead
squareRest = sRest * (sHead + sHead + sRest)
zeta = square + squareRest
${polynomial(
  "p",
  "zeta",
  [
    0.6, 0.42857142857155445, 0.3333333332180406, 0.27272731098151004, 0.23076362421205535,
    0.20035425201007453, 0.17072708605335135,
  ],
)}
more = squareRest + zeta * zeta * p
u = 3 + square + more
shiftU = u * 134217729
uHead = shiftU - (shiftU - u)
uRest = more - (uHead - 3 - square)
product = sHead * uHead
productRest = sRest * u + sHead * uRest
w = product + productRest
shiftW = w * 134217729
wHead = shiftW - (shiftW - w)
wRest = productRest - (wHead - product)
high = wHead * 0.6666666567325592
low = wHead * 9.934107462565104e-9 + wRest * 0.6666666666666666

# log x = whole + high + low
n = k + is2
whole = n * 0.6931471805598903 + is15 * 0.4054651081080465
sum = whole + high
sumRest = whole - sum + high + (low + (n * 5.497923018708371e-14 + is15 * 1.1790280407716567e-13))
shiftL = (sum + sumRest) * 134217729
lHead = shiftL - (shiftL - (sum + sumRest))
lRest = sum - lHead + sumRest

# y log x = t + tRest
clamped = abs(y) < 18446744073709552000 ? y : y > 0 ? 18446744073709552000 : -18446744073709552000
shiftY = clamped * 134217729
yHead = shiftY - (shiftY - clamped)
t = yHead * lHead
tRest = (clamped - yHead) * lHead + clamped * lRest

turns = nearest((t + tRest) * 1.4426950408889634)
rHigh = t - turns * 0.6931471805598903
rLow = tRest - turns * 5.497923018708371e-14
r = rHigh + rLow
tail = rHigh - r + rLow
${evenAndOdd}
total = 1 + r
mantissa = total + (r - (total - 1) + (even + odd + tail))
power = abs(t) < 707 ? mantissa * pow2(turns) : scaledExp(t, mantissa, turns)
(x > 0 ? x < 1 / 0 ? abs(y) : 1 / 0 : 1 / 0) < 1 / 0 ? power : specialPow(x, y, power)
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
