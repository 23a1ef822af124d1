// Written by `pnpm generate` from the programs in src/intrinsics. Do not edit.
import { exponent, nearest, pow2, signOf } from "../../intrinsics/primitives.js";
import { exp, scaledExp } from "./exponential.js";

/** The error function, 2 / sqrt(pi) times the integral of e^-t^2 from 0 to x. */
export function erf(x: number): number {
  return Math.abs(x) < 0.75 ? smallErf(x) : signOf(x) * farErf(Math.abs(x));
}

/** x (2 / sqrt(pi) + x^2 p(x^2)) for |x| < 0.75. */
export function smallErf(x: number): number {
  const z = x * x;
  const w = z * z;
  const pEven = -0.3761263890318375 + w * (-0.02686617064500171 + w * (-0.0008548326873591713 + w * (-0.000014925406175619352 + w * (-1.6291146575407073e-7 + w * -8.677340983832215e-10))));
  const pOdd = 0.11283791670954699 + w * (0.005223977623589157 + w * (0.00012055325475477212 + w * (0.0000016456854309463074 + w * 1.413042037570693e-8)));
  const p = pEven + z * pOdd;
  return x + x * (0.1283791670955126 + z * p);
}

/** erf(x) for x >= 0.75. */
export function farErf(x: number): number {
  return x < 1.28125 ? middleErf(x) : largeErf(x);
}

/** erf(1 + s) as a short constant and a small rest, for 0.75 <= x < 1.28125. */
export function middleErf(x: number): number {
  const s = x - 1;
  const w = s * s;
  const pEven = 1.351169607113763e-8 + w * (-0.4151074974205957 + w * (0.06918458290369392 + w * (0.004612305501503571 + w * (-0.004777029549357295 + w * (0.0012262594331877085 + w * (-0.00019971159049063917 + w * 0.000021880397619019162))))));
  const pOdd = 0.41510749742059466 + w * (0.13836916580688025 + w * (-0.0691845829058377 + w * (0.015154718329026068 + w * (-0.0018851945901368157 + w * (0.00008564844436827575 + w * 0.00001742751499923557)))));
  const p = pEven + s * pOdd;
  return 0.8427007794380188 + p;
}

/** 1 - e^-x^2 g((x - 2) / (x + 2)) for x >= 1.28125. */
export function largeErf(x: number): number {
  const u = (x - 2) / (x + 2);
  const w = u * u;
  const gEven = 0.25539567631050575 + w * (0.24165819424243729 + w * (0.003732892412386465 + w * (-0.000847143687368428 + w * (0.00004355659521833455 + w * (0.00002773488831870398 + w * -0.000015690899402431923)))));
  const gOdd = -0.4271858474139599 + w * (-0.0789785810154388 + w * (0.00699746175979342 + w * (-0.0009819800147950076 + w * (0.00017442869414925936 + w * (-0.00002765770222016306 + w * -0.00000254177437880849)))));
  const g = gEven + u * gOdd;
  return x > 6 ? 1 : 1 - exp(-(x * x)) * g;
}

/** The complementary error function, 1 - erf(x), without cancellation where erf(x) nears 1. */
export function erfc(x: number): number {
  return x < -0.75 ? 1 + farErf(-x) : x < 0.5 ? nearErfc(x) : x < 28 ? tailErfc(x) : x > 0 ? 0 : x;
}

/** 1 - x - x (2 / sqrt(pi) - 1 + x^2 p(x^2)) for -0.75 <= x < 0.5, with only the last difference rounded. */
export function nearErfc(x: number): number {
  const z = x * x;
  const w = z * z;
  const pEven = -0.3761263890318375 + w * (-0.02686617064500171 + w * (-0.0008548326873591713 + w * (-0.000014925406175619352 + w * (-1.6291146575407073e-7 + w * -8.677340983832215e-10))));
  const pOdd = 0.11283791670954699 + w * (0.005223977623589157 + w * (0.00012055325475477212 + w * (0.0000016456854309463074 + w * 1.413042037570693e-8)));
  const p = pEven + z * pOdd;
  const one = 1 - x;
  return one + (1 - one - x - x * (0.1283791670955126 + z * p));
}

/** erfc(x) = e^-x^2 c(x) / (x + 0.625) for 0.5 <= x < 28, with the square in two pieces. */
export function tailErfc(x: number): number {
  const xRest = 0;
  const xHeadShift = x * 134217729;
  const xHead = xHeadShift - (xHeadShift - x);
  const t = -(xHead * xHead);
  const squareRest = (x - xHead) * (x + xHead);
  const k = nearest(t * 1.4426950408889634);
  const near = t - k * 0.6931471803691238;
  const away = k * 1.9082149292705877e-10 + squareRest;
  const r = near - away;
  const tail = near - r - away;
  const z = r * r;
  const ch = 0.04166666666666738 + z * (0.001388888888859872 + z * (0.000024801587728073886 + z * (2.755702840197809e-7 + z * 2.097029134911238e-9)));
  const sh = 0.16666666666666669 + z * (0.008333333333326823 + z * (0.0001984126987789365 + z * (0.000002755724722941529 + z * 2.5109717341139595e-8)));
  const even = z * (0.5 + z * ch);
  const odd = r * z * sh;
  const sum = 1 + r;
  const sumRest = r - (sum - 1) + (even + odd + tail * sum);
  const e = sum + sumRest;
  const eHeadShift = e * 134217729;
  const eHead = eHeadShift - (eHeadShift - e);
  const eRest = sum - eHead + sumRest;
  const u = (x - 2) / (x + 2);
  const w = u * u;
  const lowEven = 0.04041365031507757 + w * (-0.052807924527336125 + w * (-0.026643388945501632 + w * (0.004255434032364482 + w * (-0.0007229625393870197 + w * 0.00010662446033887736))));
  const lowOdd = -0.09978014421961781 + w * (0.07215331738975725 + w * (-0.0031423248239550294 + w * (0.0005129223578639781 + w * (-0.0002053753057955986 + w * 0.00007207230987901687))));
  const low = lowEven + u * lowOdd;
  const highEven = -0.000002502004113997896 + w * (-0.000006268326874315216 + w * (0.0000025305712190093934 + w * (-3.084868742080479e-7 + w * (-1.764837523054939e-7 + w * 8.92045726042578e-8))));
  const highOdd = -0.000018038105481444365 + w * (0.00000200217191283815 + w * (7.103117153898526e-7 + w * (-4.736324867028879e-7 + w * (1.680547664213087e-7 + w * -5.023118532769077e-8))));
  const high = highEven + u * highOdd;
  const cube = w * w * w;
  const g = low + cube * cube * high;
  const c = 0.63 + g;
  const cHeadShift = c * 134217729;
  const cHead = cHeadShift - (cHeadShift - c);
  const cRest = 0.63 - cHead + g;
  const product = eHead * cHead;
  const productRest = eHead * cRest + eRest * c;
  const divisor = x + 0.625;
  const dHeadShift = divisor * 134217729;
  const dHead = dHeadShift - (dHeadShift - divisor);
  const dRest = x - (dHead - 0.625) + xRest;
  const quotient = (product + productRest) / divisor;
  const qShift = quotient * 134217729;
  const q = qShift - (qShift - quotient);
  const y = q + (product - q * dHead - q * dRest + productRest) / divisor;
  return scaledExp(t, y, k);
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
  const scale = signOf(x) * pow2(k + j);
  const m = size * pow2(-3 * k);
  const inverse = 1 / m;
  const a0 = 0.6816776791958737;
  const a1 = 0.36454062276289767;
  const a2 = -0.043313558371939176;
  const a3 = 0.0023134568883166834;
  const start = a0 + a1 * m + m * m * (a2 + a3 * m);
  const s = 1 - start * start * (start * inverse);
  const better = start + start * s * (0.3333333333333333 + s * 0.2222222222222222);
  const shift = better * 68719476737;
  const c = shift - (shift - better);
  const rest = (m - c * c * c) * inverse;
  return (c + c * rest * (0.3333333333333333 + rest * 0.2222222222222222 + rest * rest * 0.1728395061728395)) * scale;
}
