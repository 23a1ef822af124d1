// Written by `pnpm generate` from the programs in src/intrinsics. Do not edit.
import { exponent, leading, nearest, pow2, signOf } from "../../intrinsics/primitives.js";
import { exp, scaledExp } from "./exponential.js";
import { shared1, shared2 } from "./shared.js";

/** The error function, 2 / sqrt(pi) times the integral of e^-t^2 from 0 to x. */
export function erf(x: number): number {
  return Math.abs(x) < 0.75 ? smallErf(x) : signOf(x) * farErf(Math.abs(x));
}

/** x (2 / sqrt(pi) + x^2 p(x^2)) for |x| < 0.75. */
export function smallErf(x: number): number {
  const z = x * x;
  const w = z * z;
  return x + shared2(x, z, w);
}

/** erf(x) for x >= 0.75. */
export function farErf(x: number): number {
  return x < 1.28125 ? middleErf(x) : largeErf(x);
}

/** erf(1 + s) as a short constant and a small rest, for 0.75 <= x < 1.28125. */
export function middleErf(x: number): number {
  const s = x - 1;
  const w = s * s;
  return 0.8427007794380188 + (1.351169607113763e-8 + w * (-0.4151074974205957 + w * (0.06918458290369392 + w * (0.004612305501503571 + w * (-0.004777029549357295 + w * (0.0012262594331877085 + w * (-0.00019971159049063917 + w * 0.000021880397619019162)))))) + s * (0.41510749742059466 + w * (0.13836916580688025 + w * (-0.0691845829058377 + w * (0.015154718329026068 + w * (-0.0018851945901368157 + w * (0.00008564844436827575 + w * 0.00001742751499923557)))))));
}

/** 1 - e^-x^2 g((x - 2) / (x + 2)) for x >= 1.28125. */
export function largeErf(x: number): number {
  const u = (x - 2) / (x + 2);
  const w = u * u;
  return x > 6 ? 1 : 1 - exp(-(x * x)) * (0.25539567631050575 + w * (0.24165819424243729 + w * (0.003732892412386465 + w * (-0.000847143687368428 + w * (0.00004355659521833455 + w * (0.00002773488831870398 + w * -0.000015690899402431923))))) + u * (-0.4271858474139599 + w * (-0.0789785810154388 + w * (0.00699746175979342 + w * (-0.0009819800147950076 + w * (0.00017442869414925936 + w * (-0.00002765770222016306 + w * -0.00000254177437880849)))))));
}

/** The complementary error function, 1 - erf(x), without cancellation where erf(x) nears 1. */
export function erfc(x: number): number {
  return x < -0.75 ? 1 + farErf(-x) : x < 0.5 ? nearErfc(x) : x < 28 ? tailErfc(x) : x > 0 ? 0 : x;
}

/** 1 - x - x (2 / sqrt(pi) - 1 + x^2 p(x^2)) for -0.75 <= x < 0.5, with only the last difference rounded. */
export function nearErfc(x: number): number {
  const z = x * x;
  const w = z * z;
  const one = 1 - x;
  return one + (1 - one - x - shared2(x, z, w));
}

/** erfc(x) = e^-x^2 c(x) / (x + 0.625) for 0.5 <= x < 28, with the square in two pieces. */
export function tailErfc(x: number): number {
  const xHead = leading(x);
  return erfcTail(x, 0, -(xHead * xHead), (x - xHead) * (x + xHead), 1);
}

/** factor erfc(x + xRest) for 0.5 <= x, where its square is squareRest - t and the factor a power of 2. */
export function erfcTail(x: number, xRest: number, t: number, squareRest: number, factor: number): number {
  const k = nearest(t * 1.4426950408889634);
  const near = t - k * 0.6931471803691238;
  const away = k * 1.9082149292705877e-10 + squareRest;
  const r = near - away;
  const z = r * r;
  const sum = 1 + r;
  const sumRest = r - (sum - 1) + (shared1(z, r) + (near - r - away) * sum);
  const eHead = leading(sum + sumRest);
  const u = (x - 2) / (x + 2);
  const w = u * u;
  const cube = w * w * w;
  const g = 0.04041365031507757 + w * (-0.052807924527336125 + w * (-0.026643388945501632 + w * (0.004255434032364482 + w * (-0.0007229625393870197 + w * 0.00010662446033887736)))) + u * (-0.09978014421961781 + w * (0.07215331738975725 + w * (-0.0031423248239550294 + w * (0.0005129223578639781 + w * (-0.0002053753057955986 + w * 0.00007207230987901687))))) + cube * cube * (-0.000002502004113997896 + w * (-0.000006268326874315216 + w * (0.0000025305712190093934 + w * (-3.084868742080479e-7 + w * (-1.764837523054939e-7 + w * 8.92045726042578e-8)))) + u * (-0.000018038105481444365 + w * (0.00000200217191283815 + w * (7.103117153898526e-7 + w * (-4.736324867028879e-7 + w * (1.680547664213087e-7 + w * -5.023118532769077e-8))))));
  const c = 0.63 + g;
  const cHead = leading(c);
  const product = eHead * cHead;
  const productRest = eHead * (0.63 - cHead + g) + (sum - eHead + sumRest) * c;
  const divisor = x + 0.625;
  const dHead = leading(divisor);
  const q = leading((product + productRest) / divisor);
  return scaledExp(t, factor * (q + (product - q * dHead - q * (x - (dHead - 0.625) + xRest) + productRest) / divisor), k);
}

/** Cube root: 2^k cbrt(m), m in [1, 8), from a polynomial bettered twice, the second time with an exact cube. */
export function cbrt(x: number): number {
  return Math.abs(x) > 1e-300 ? (Math.abs(x) < 1e+300 ? cbrtOf(x, 0) : extremeCbrt(x)) : extremeCbrt(x);
}

/** cbrt(x) for tiny and huge x, scaled by 2^54. */
export function extremeCbrt(x: number): number {
  return x === 0 ? x : Math.abs(x) < 1 ? cbrtOf(x * 18014398509481984, -18) : Math.abs(x) < 1 / 0 ? cbrtOf(x * 5.551115123125783e-17, 18) : x;
}

/** 2^j cbrt(x) for 1e-300 < |x| < 1e300: cbrt(m) is c (1 - s)^(-1/3) with s = 1 - c^3 / m. */
export function cbrtOf(x: number, j: number): number {
  const size = Math.abs(x);
  const k = Math.floor((exponent(size) + 0.5) * 0.3333333333333333);
  const m = size * pow2(-3 * k);
  const inverse = 1 / m;
  const start = 0.6816776791958737 + 0.36454062276289767 * m + m * m * (-0.043313558371939176 + 0.0023134568883166834 * m);
  const s = 1 - start * start * (start * inverse);
  const better = start + start * s * (0.3333333333333333 + s * 0.2222222222222222);
  const shift = better * 68719476737;
  const c = shift - (shift - better);
  const rest = (m - c * c * c) * inverse;
  return (c + c * rest * (0.3333333333333333 + rest * 0.2222222222222222 + rest * rest * 0.1728395061728395)) * (signOf(x) * pow2(k + j));
}
