import type { Intrinsics } from "./intrinsic.js";
import { splitPolynomial } from "./polynomial.js";

export const inverseTrigonometry: Intrinsics = {
  atan: {
    doc: "Arc tangent: atan(c) + atan((|x| - c) / (1 + c |x|)) with c = 0, 1/2, 1, 3/2 or infinity.",
    args: ["x"],
    program: `
size = abs(x)
c = size < 0.4375 ? 0 : size < 0.6875 ? 0.5 : size < 1.1875 ? 1 : 1.5
a1 = 0.4636476090008061
a2 = 0.7853981633974483
a3 = 0.982793723247329
high = c == 0 ? 0 : c == 0.5 ? a1 : c == 1 ? a2 : a3
b1 = 2.2698777452961687e-17
b2 = 3.061616997868383e-17
b3 = 1.3903311031230998e-17
low = c == 0 ? 0 : c == 0.5 ? b1 : c == 1 ? b2 : b3
t = size < 2.4375 ? (size - c) / (1 + c * size) : -1 / size
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
quarter = 1.5707963267948966
quarterLow = 6.123233995736766e-17
y = size < 2.4375 ? high + (t + (small + low)) : quarter + (t + (small + quarterLow))
x == 0 ? x : signOf(x) * y
`,
  },
};
