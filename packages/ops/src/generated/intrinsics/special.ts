// Written by `pnpm generate` from the programs in src/intrinsics. Do not edit.
import { exponent, pow2, signOf } from "../../intrinsics/primitives.js";
import { exp } from "./exponential.js";

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
