import type { Intrinsics } from "../../intrinsics/intrinsic.js";
import { polynomial } from "../../intrinsics/polynomial.js";

/** From `r`, |r| <= log(2) / 2: grown = e^r - 1. */
export const grow = `
${polynomial("terms", "r", [0.5, 0.16666667, 0.041666448, 0.008333199, 0.00139366, 0.000199524])}
grown = r + r * r * terms
`;

/** From `t`: t = k log 2 + r for an integer k. log 2 is cut so that k times its first piece is exact. */
const reduce = `
k = nearest(t * 1.442695)
r = t - k * 0.693359375 + k * 0.00021219444
${grow}
`;

/** (1 + grown) 2^power by two factors, since 2^power alone may overflow or vanish. */
export const scale = (power: string) => `
lesser = floor(0.5 * ${power})
scaled = (1 + grown) * pow2(lesser) * pow2(${power} - lesser)
`;

export const exponential: Intrinsics = {
  exp: {
    doc: "e^x.",
    args: ["x"],
    program: "keepNan(x, scaledExp(x, 0, 0))",
  },
  scaledExp: {
    doc: "2^j e^(x + rest) for a small rest: x = k log 2 + r with |r| < 0.35, e^r by a polynomial.",
    args: ["x", "rest", "j"],
    inner: true,
    program: `
t = x < -110 ? -110 : x > 100 ? 100 : x
k = nearest(t * 1.442695)
r = t - k * 0.693359375 + (k * 0.00021219444 + rest)
${grow}
n = k + j
${scale("n")}
x < -110 ? 0 : x > 100 ? inf() : scaled
`,
  },
  expm1: {
    doc: "e^x - 1 without cancellation near 0: 2^k (e^r - 1) + (2^k - 1).",
    args: ["x"],
    program: `
t = x < -30 ? -30 : x > 30 ? 30 : x
${reduce}
power = pow2(k)
near = power * grown + (power - 1)
keepNan(x, x > 20 ? scaledExp(x, 0, 0) : near)
`,
  },
  exp2: {
    doc: "2^x = 2^k e^(r log 2), k + r = x.",
    args: ["x"],
    program: `
t = x < -160 ? -160 : x > 140 ? 140 : x
k = nearest(t)
r = (t - k) * 0.6931472
${grow}
${scale("k")}
keepNan(x, scaled)
`,
  },
};
