import type { Intrinsics } from "./intrinsic.js";
import { split } from "./split.js";

/** Lines that add: sum + rest is a + b, exactly, whichever is larger. (Knuth) */
const exactSum = (sum: string, rest: string, a: string, b: string): string => `
${sum} = ${a} + ${b}
${rest}Part = ${sum} - ${a}
${rest} = ${a} - (${sum} - ${rest}Part) + (${b} - ${rest}Part)
`;

export const inverseHyperbolic: Intrinsics = {
  asinh: {
    doc: "Inverse hyperbolic sine: log(x + sqrt(x^2 + 1)) of the size of x; log 2x where the 1 is too small to matter.",
    args: ["x"],
    program: `
t = abs(x)
signOf(x) * (t < 1e9 ? logOfRoot(t, 1) : largeArea(t))
`,
  },
  acosh: {
    doc: "Inverse hyperbolic cosine: log(x + sqrt(x^2 - 1)); log 2x where the 1 is too small to matter.",
    args: ["x"],
    program: "x < 1 ? 0 / 0 : x < 1e9 ? logOfRoot(x, -1) : largeArea(x)",
  },
  largeArea: {
    doc: "log(2 t) for t >= 1e9.",
    args: ["t"],
    inner: true,
    program: "t < 1 / 0 ? logOf(t * 5.551115123125783e-17, 55, 0, 0) : t",
  },
  logOfRoot: {
    doc: "log(t + sqrt(t^2 + c)) for c = 1 or -1 and 0 <= t < 1e9: square, root and sum in two pieces each.",
    args: ["t", "c"],
    inner: true,
    program: `
p = t * t
${split("t", "head")}
low = t - head
pRest = head * head - p + 2 * head * low + low * low
${exactSum("square", "squareRest", "p", "c")}
root = sqrt(square)
${split("root", "rootHead")}
rootLow = root - rootHead
missing = square - rootHead * rootHead - 2 * rootHead * rootLow - rootLow * rootLow + (squareRest + pRest)
rootRest = root > 0 ? missing / (root + root) : root
${exactSum("more", "moreRest", "root", "-1")}
${exactSum("sum", "sumRest", "t", "more")}
logOfSum(sum, sumRest + (moreRest + rootRest))
`,
  },
  atanh: {
    doc: "log((1 + x) / (1 - x)) / 2 as log(1 + 2 x / (1 - x)) / 2, with the quotient in two pieces.",
    args: ["x"],
    program: `
t = abs(x)
signOf(x) * (t < 1 ? smallAtanh(t) : t == 1 ? 1 / 0 : 0 / 0)
`,
  },
  smallAtanh: {
    doc: "atanh(t) for 0 <= t < 1.",
    args: ["t"],
    inner: true,
    program: `
d = 1 - t
dMore = 1 - d - t
q = (t + t) / d
${split("d", "head")}
${split("q", "qHead")}
dRest = d - head
qRest = q - qHead
missing = t + t - qHead * head - qHead * dRest - qRest * head - qRest * dRest - q * dMore
0.5 * logOfSum(q, missing / d)
`,
  },
};
