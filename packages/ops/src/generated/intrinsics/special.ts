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
  const p0 = -0.3761263890318375;
  const p1 = 0.11283791670954699;
  const p2 = -0.02686617064500171;
  const p3 = 0.005223977623589157;
  const p4 = -0.0008548326873591713;
  const p5 = 0.00012055325475477212;
  const p6 = -0.000014925406175619352;
  const p7 = 0.0000016456854309463074;
  const p8 = -1.6291146575407073e-7;
  const p9 = 1.413042037570693e-8;
  const p10 = -8.677340983832215e-10;
  const pEven = p0 + w * (p2 + w * (p4 + w * (p6 + w * (p8 + w * p10))));
  const pOdd = p1 + w * (p3 + w * (p5 + w * (p7 + w * p9)));
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
  const p0 = 1.351169607113763e-8;
  const p1 = 0.41510749742059466;
  const p2 = -0.4151074974205957;
  const p3 = 0.13836916580688025;
  const p4 = 0.06918458290369392;
  const p5 = -0.0691845829058377;
  const p6 = 0.004612305501503571;
  const p7 = 0.015154718329026068;
  const p8 = -0.004777029549357295;
  const p9 = -0.0018851945901368157;
  const p10 = 0.0012262594331877085;
  const p11 = 0.00008564844436827575;
  const p12 = -0.00019971159049063917;
  const p13 = 0.00001742751499923557;
  const p14 = 0.000021880397619019162;
  const pEven = p0 + w * (p2 + w * (p4 + w * (p6 + w * (p8 + w * (p10 + w * (p12 + w * p14))))));
  const pOdd = p1 + w * (p3 + w * (p5 + w * (p7 + w * (p9 + w * (p11 + w * p13)))));
  const p = pEven + s * pOdd;
  return 0.8427007794380188 + p;
}

/** 1 - e^-x^2 g((x - 2) / (x + 2)) for x >= 1.28125. */
export function largeErf(x: number): number {
  const u = (x - 2) / (x + 2);
  const w = u * u;
  const g0 = 0.25539567631050575;
  const g1 = -0.4271858474139599;
  const g2 = 0.24165819424243729;
  const g3 = -0.0789785810154388;
  const g4 = 0.003732892412386465;
  const g5 = 0.00699746175979342;
  const g6 = -0.000847143687368428;
  const g7 = -0.0009819800147950076;
  const g8 = 0.00004355659521833455;
  const g9 = 0.00017442869414925936;
  const g10 = 0.00002773488831870398;
  const g11 = -0.00002765770222016306;
  const g12 = -0.000015690899402431923;
  const g13 = -0.00000254177437880849;
  const gEven = g0 + w * (g2 + w * (g4 + w * (g6 + w * (g8 + w * (g10 + w * g12)))));
  const gOdd = g1 + w * (g3 + w * (g5 + w * (g7 + w * (g9 + w * (g11 + w * g13)))));
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
  const p0 = -0.3761263890318375;
  const p1 = 0.11283791670954699;
  const p2 = -0.02686617064500171;
  const p3 = 0.005223977623589157;
  const p4 = -0.0008548326873591713;
  const p5 = 0.00012055325475477212;
  const p6 = -0.000014925406175619352;
  const p7 = 0.0000016456854309463074;
  const p8 = -1.6291146575407073e-7;
  const p9 = 1.413042037570693e-8;
  const p10 = -8.677340983832215e-10;
  const pEven = p0 + w * (p2 + w * (p4 + w * (p6 + w * (p8 + w * p10))));
  const pOdd = p1 + w * (p3 + w * (p5 + w * (p7 + w * p9)));
  const p = pEven + z * pOdd;
  const one = 1 - x;
  return one + (1 - one - x - x * (0.1283791670955126 + z * p));
}

/** e^-x^2 c / (x + 0.625) for 0.5 <= x < 28; c = 0.63 + g((x - 2) / (x + 2)) hardly varies: each in two pieces. */
export function tailErfc(x: number): number {
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
  const ch0 = 0.04166666666666667;
  const ch1 = 0.0013888888888882133;
  const ch2 = 0.000024801587330117302;
  const ch3 = 2.755726879790594e-7;
  const ch4 = 2.091641704006988e-9;
  const ch = ch0 + z * (ch1 + z * (ch2 + z * (ch3 + z * ch4)));
  const sh0 = 0.16666666666666669;
  const sh1 = 0.008333333333326823;
  const sh2 = 0.0001984126987789365;
  const sh3 = 0.000002755724722941529;
  const sh4 = 2.5109717341139595e-8;
  const sh = sh0 + z * (sh1 + z * (sh2 + z * (sh3 + z * sh4)));
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
  const low0 = 0.04041365031507757;
  const low1 = -0.09978014421961781;
  const low2 = -0.052807924527336125;
  const low3 = 0.07215331738975725;
  const low4 = -0.026643388945501632;
  const low5 = -0.0031423248239550294;
  const low6 = 0.004255434032364482;
  const low7 = 0.0005129223578639781;
  const low8 = -0.0007229625393870197;
  const low9 = -0.0002053753057955986;
  const low10 = 0.00010662446033887736;
  const low11 = 0.00007207230987901687;
  const lowEven = low0 + w * (low2 + w * (low4 + w * (low6 + w * (low8 + w * low10))));
  const lowOdd = low1 + w * (low3 + w * (low5 + w * (low7 + w * (low9 + w * low11))));
  const low = lowEven + u * lowOdd;
  const high0 = -0.000002502004113997896;
  const high1 = -0.000018038105481444365;
  const high2 = -0.000006268326874315216;
  const high3 = 0.00000200217191283815;
  const high4 = 0.0000025305712190093934;
  const high5 = 7.103117153898526e-7;
  const high6 = -3.084868742080479e-7;
  const high7 = -4.736324867028879e-7;
  const high8 = -1.764837523054939e-7;
  const high9 = 1.680547664213087e-7;
  const high10 = 8.92045726042578e-8;
  const high11 = -5.023118532769077e-8;
  const highEven = high0 + w * (high2 + w * (high4 + w * (high6 + w * (high8 + w * high10))));
  const highOdd = high1 + w * (high3 + w * (high5 + w * (high7 + w * (high9 + w * high11))));
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
  const dRest = x - (dHead - 0.625);
  const quotient = (product + productRest) / divisor;
  const qShift = quotient * 134217729;
  const q = qShift - (qShift - quotient);
  const y = q + (product - q * dHead - q * dRest + productRest) / divisor;
  return scaledExp(t, y, k);
}

/** Cube root: 2^k cbrt(m), m in [1, 8), from a polynomial and two of Halley's steps, the last in exact squares. */
export function cbrt(x: number): number {
  return Math.abs(x) < 1e-300 ? tinyCbrt(x) : Math.abs(x) < 1 / 0 ? cbrtOf(x, 0) : x;
}

/** cbrt(x) for |x| < 1e-300, scaled by 2^54. */
export function tinyCbrt(x: number): number {
  return x === 0 ? x : cbrtOf(x * 18014398509481984, -18);
}

/** 2^n cbrt(x) for |x| > 1e-300. */
export function cbrtOf(x: number, n: number): number {
  const size = Math.abs(x);
  const k = Math.floor((exponent(size) + 0.5) / 3);
  const m = 0.125 * (size * pow2(3 - 3 * k));
  const start0 = 0.6272969634860178;
  const start1 = 0.4491910639981184;
  const start2 = -0.08377392967974268;
  const start3 = 0.009583571679916905;
  const start4 = -0.0004320816448789525;
  const start = start0 + m * (start1 + m * (start2 + m * (start3 + m * start4)));
  const cube = start * start * start;
  const better = start * ((cube + 2 * m) / (2 * cube + m));
  const tShift = better * 134217729;
  const t = tShift - (tShift - better);
  const r = m / (t * t);
  return signOf(x) * (t + t * ((r - t) / (2 * t + r))) * pow2(k + n);
}
