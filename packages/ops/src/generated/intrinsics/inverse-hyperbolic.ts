// Written by `pnpm generate` from the programs in src/intrinsics. Do not edit.
import { signOf } from "../../intrinsics/primitives.js";
import { logOf, logOfSum } from "./logarithm.js";

/** Inverse hyperbolic sine: x + x^3 p(x^2) up to 1; log 2x and a polynomial in 1 / x^2 from there. */
export function asinh(x: number): number {
  const t = Math.abs(x);
  return signOf(x) * (t < 1 ? smallAsinh(t) : t < 1e+307 ? largeAsinh(t) : hugeAsinh(t));
}

/** t + t^3 p(t^2) for 0 <= t < 1. */
export function smallAsinh(t: number): number {
  const z = t * t;
  const w = z * z;
  const pEven = 0.07499999999966837 + w * (0.030381943848339945 + w * (0.01735263198983231 + w * (0.011544679836288756 + w * (0.008265437100728194 + w * (0.005604153810223538 + w * (0.0026855469101975367 + w * (0.0005996549027048222 + w * 0.00003447458340475212)))))));
  const pOdd = -0.04464285712319748 + w * (-0.02237214818146873 + w * (-0.013963710804126008 + w * (-0.009727720038634348 + w * (-0.006949713792607918 + w * (-0.004150968437925924 + w * (-0.0014376978528030185 + w * (-0.0001803244960460737 + w * -0.000003128568371002275)))))));
  const p = pEven + z * pOdd;
  return t + t * (z * (-0.1666666666666647 + z * p));
}

/** log(2 t) + log((1 + sqrt(1 + u)) / 2), u = 1 / t^2, for 1 <= t < 1e307. */
export function largeAsinh(t: number): number {
  const u = 1 / (t * t);
  const w = u * u;
  const pEven = -0.09374999999988898 + w * (-0.03417968711266648 + w * (-0.01879872200361597 + w * (-0.012267450528571157 + w * (-0.00869152473739406 + w * (-0.005884501860207059 + w * (-0.0028413814680885966 + w * (-0.0006421414359801447 + w * -0.00003738269131108542)))))));
  const pOdd = 0.05208333332299677 + w * (0.02460936696133136 + w * (0.014961368597293648 + w * (0.01027268893824693 + w * (0.007293481987153677 + w * (0.004371274872835326 + w * (0.0015299406904981864 + w * (0.00019433039995142172 + w * 0.000003412527013927276)))))));
  const p = pEven + u * pOdd;
  return logOf(t, 1, 0.25 * u, w * p);
}

/** log(2 t) for t >= 1e307. */
export function hugeAsinh(t: number): number {
  return t < 1 / 0 ? logOf(t * 5.551115123125783e-17, 55, 0, 0) : t;
}

/** Inverse hyperbolic cosine: sqrt(2 t) (1 + t p(t)), t = x - 1, up to 2; log 2x and a polynomial in 1 / x^2 from there. */
export function acosh(x: number): number {
  return x > 2 ? (x < 1e+307 ? largeAcosh(x) : hugeAsinh(x)) : smallAcosh(x - 1);
}

/** acosh(1 + t) for 0 <= t <= 1, with sqrt(2 t) as a head and what that lacks. */
export function smallAcosh(t: number): number {
  const pPower2 = t * t;
  const pPower4 = pPower2 * pPower2;
  const pPower8 = pPower4 * pPower4;
  const p = -0.08333333333333295 + t * 0.018749999999959386 + pPower2 * (-0.0055803571413410875 + t * 0.0018988714990718822) + pPower4 * (-0.0006991296472129658 + t * 0.00027113454863866843 + pPower2 * (-0.00010908811054720233 + t * 0.000045079426509679516)) + pPower8 * (-0.000018945091763358843 + t * 0.000007951584978974155 + pPower2 * (-0.000003204307702647947 + t * 0.0000011541644215357965) + pPower4 * (-3.336076305024435e-7 + t * 6.593835170777154e-8 + pPower2 * -6.469688941752421e-9));
  const double = t + t;
  const root = Math.sqrt(double);
  const headShift = root * 134217729;
  const head = headShift - (headShift - root);
  const y = head + ((double - head * head) / (root + head) + root * (t * p));
  return t > 0 ? y : root;
}

/** log(2 x) + log((1 + sqrt(1 - u)) / 2), u = 1 / x^2, for 2 < x < 1e307. */
export function largeAcosh(x: number): number {
  const u = 1 / (x * x);
  const pPower2 = u * u;
  const pPower4 = pPower2 * pPower2;
  const pPower8 = pPower4 * pPower4;
  const p = -0.09375000000114735 + u * -0.05208333316546029 + pPower2 * (-0.03417969717530387 + u * -0.024609075915216872) + pPower4 * (-0.018804451374184832 + u * -0.01489388351966951 + pPower2 * (-0.012828989360171671 + u * -0.007291966363792945)) + pPower8 * (-0.019485278417332257 + u * 0.015466866508799776 + pPower2 * -0.03227895074497752);
  return logOf(x, 1, -0.25 * u, u * (u * p));
}

/** log((1 + x) / (1 - x)) / 2 as log(1 + 2 x / (1 - x)) / 2, with the quotient in two pieces. */
export function atanh(x: number): number {
  const t = Math.abs(x);
  return signOf(x) * (t < 1 ? smallAtanh(t) : t === 1 ? 1 / 0 : 0 / 0);
}

/** atanh(t) for 0 <= t < 1. */
export function smallAtanh(t: number): number {
  const d = 1 - t;
  const dMore = 1 - d - t;
  const q = (t + t) / d;
  const headShift = d * 134217729;
  const head = headShift - (headShift - d);
  const qHeadShift = q * 134217729;
  const qHead = qHeadShift - (qHeadShift - q);
  const dRest = d - head;
  const qRest = q - qHead;
  const missing = t + t - qHead * head - qHead * dRest - qRest * head - qRest * dRest - q * dMore;
  return 0.5 * logOfSum(q, missing / d);
}
