// Written by `pnpm generate` from the programs in src/intrinsics. Do not edit.
import { exponent, nearest, pow2, signOf } from "../../intrinsics/primitives.js";
import { specialLog } from "./logarithm.js";
import { shared10, shared8 } from "./shared.js";

/** e^x: 2^k exp(r). Beyond the last power that is a double 2^k is infinite or 0. */
export function expf(x: number): number {
  const least = x < -709 ? -709 : x;
  const t = 709.5 < least ? 709.5 : least;
  const k = nearest(t * 1.4426950408889634);
  const r = t - k * 0.6931471805599453;
  const qPower2 = r * r;
  return (1 + shared8(r, qPower2)) * pow2(k);
}

/** e^x - 1 = 2^k (exp(r) - 1) - (1 - 2^k), which keeps the sign of 0. */
export function expm1f(x: number): number {
  const t = x < -709 ? -709 : x;
  const k = nearest(t * 1.4426950408889634);
  const r = t - k * 0.6931471805599453;
  const qPower2 = r * r;
  const scale = pow2(k);
  return t < 709 ? scale * shared8(r, qPower2) - (1 - scale) : t * 1e+308;
}

/** Hyperbolic tangent, m / (m + 2) with m = e^2x - 1. */
export function tanhf(x: number): number {
  const least = x < -30 ? -30 : x;
  const m = expm1f(2 * (30 < least ? 30 : least));
  return m / (m + 2);
}

/** Natural logarithm: log(2^k m) = k log 2 + log(m), m between sqrt(1/2) and sqrt(2). */
export function logf(x: number): number {
  const k = exponent(x * 0.7071067811865476) + 1;
  const f = x * pow2(-k) - 1;
  const s = f / (2 + f);
  const z = s * s;
  return x > 1e-307 ? (x < 1e+307 ? shared10(k, s, z) : specialLog(x)) : specialLog(x);
}

/** log(1 + x): where k is 0, f is x itself. */
export function log1pf(x: number): number {
  const v = 1 + x;
  const k = exponent(v * 0.7071067811865476) + 1;
  const f = k === 0 ? x : v * pow2(-k) - 1;
  const s = f / (2 + f);
  const z = s * s;
  return v > 1e-307 ? (v < 1e+307 ? (x === 0 ? x : shared10(k, s, z)) : specialLog(v)) : specialLog(v);
}

/** The error function: x times a polynomial of x^2 for |x| < 1/2, 1 - 2 ndtr(-sqrt(2) |x|) beyond. */
export function erff(x: number): number {
  const z = x * x;
  const pPower2 = z * z;
  return Math.abs(x) < 0.5 ? x * (1.1283791670820804 + z * -0.37612638519131114 + pPower2 * (0.11283773805838718 + z * -0.026863119912161035) + pPower2 * pPower2 * (0.00520030838074821 + z * -0.0007692853099932707)) : signOf(x) * (1 - 2 * ndtrf(-1.4142135623730951 * Math.abs(x)));
}

/** 1 - erf(x) without cancellation: 2 ndtr(-sqrt(2) x). */
export function erfcf(x: number): number {
  return 2 * ndtrf(-1.4142135623730951 * x);
}

/** The probability that a standard normal number is below x: below 0, e^(-x^2 / 2) times a rational function. */
export function ndtrf(x: number): number {
  const size = Math.abs(x);
  const t = 40 < size ? 40 : size;
  const pPower2 = t * t;
  const qPower2 = t * t;
  const far = expf(-0.5 * t * t) * (0.49999999995635214 + t * 0.5083507323534227 + pPower2 * (0.25129650353375055 + t * 0.07161575516225786) + pPower2 * pPower2 * (0.011712565581325926 + t * 0.000896755617993893)) / (1 + t * 1.8145860171235975 + qPower2 * (1.4504233037788017 + t * 0.6591696048332759) + qPower2 * qPower2 * (0.18176726884954095 + t * 0.02935887119145422 + qPower2 * 0.002247835581381881));
  return x > 0 ? 1 - far : far;
}

/** The density of the standard normal distribution, e^(-x^2 / 2) / sqrt(2 pi). */
export function normpdff(x: number): number {
  return 0.3989422804014327 * expf(-0.5 * x * x);
}
