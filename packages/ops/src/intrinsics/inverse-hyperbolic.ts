import type { Intrinsics } from "./intrinsic.js";
import { split } from "./split.js";

/** root + rootRest, the square root of near + away > 0: what the root's square lacks, over twice the root. */
const rootInTwo = `
whole = near + away
root = sqrt(whole)
${split("root", "rHead")}
rRest = root - rHead
lacking = whole - rHead * rHead - 2 * rHead * rRest - rRest * rRest + (near - whole + away)
rootRest = lacking / (2 * root)
`;

export const inverseHyperbolic: Intrinsics = {
  asinh: {
    doc: "log(x + sqrt(x^2 + 1)) as log(1 + x + (sqrt(x^2 + 1) - 1)).",
    args: ["x"],
    program: `
t = abs(x)
signOf(x) * (t < 268435456 ? smallAsinh(t) : t < 1 / 0 ? logOf(t, 1) : t)
`,
  },
  smallAsinh: {
    doc: "asinh(t) for 0 <= t < 2^28; beside a small t, sqrt(t^2 + 1) - 1 is t^2 / (1 + sqrt(t^2 + 1)).",
    args: ["t"],
    inner: true,
    program: `
${split("t", "head")}
square = head * head
near = 1 + square
away = (square < 1 ? 1 - near + square : square - near + 1) + (t - head) * (t + head)
${rootInTwo}
full = t * t
more = t < 0.01 ? full / (1 + root) : root - 1
sum = t + more
logOfSum(sum, t - sum + more + (t < 0.01 ? 0 : rootRest))
`,
  },
  acosh: {
    doc: "log(x + sqrt(x^2 - 1)) as log(1 + t + sqrt(2 t + t^2)), t = x - 1, with the square and its root in two pieces.",
    args: ["x"],
    program: "x < 268435456 ? x > 1 ? smallAcosh(x) : x == 1 ? 0 : 0 / 0 : x < 1 / 0 ? logOf(x, 1) : x",
  },
  smallAcosh: {
    doc: "acosh(x) for 1 < x < 2^28.",
    args: ["x"],
    inner: true,
    program: `
t = x - 1
tRest = x - t - 1
${split("t", "head")}
double = 2 * t
square = head * head
near = double + square
away = (square < double ? double - near + square : square - near + double) + (t - head) * (t + head)
${rootInTwo}
sum = root + t
logOfSum(sum, root - sum + t + (rootRest + 2 * tRest))
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
