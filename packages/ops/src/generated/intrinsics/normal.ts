// Written by `pnpm generate` from the programs in src/intrinsics. Do not edit.
import { nearest } from "../../intrinsics/primitives.js";
import { scaledExp } from "./exponential.js";
import { farErf } from "./special.js";

/** The probability that a standard normal number is below the value, erfc(-value / sqrt(2)) / 2. */
export function ndtr(value: number): number {
  const far = value > 1.0607 ? 0.5 + 0.5 * farErf(value * 0.7071067811865476) : nearNdtr(value);
  return value > -0.7071067811865476 ? far : value > -39 ? tailNdtr(value) : value < 0 ? 0 : value;
}

/** (1 - x - x (2 / sqrt(pi) - 1 + x^2 p(x^2))) / 2, x = -value / sqrt(2), with only the last difference rounded. */
export function nearNdtr(value: number): number {
  const valueHeadShift = value * 134217729;
  const valueHead = valueHeadShift - (valueHeadShift - value);
  const x = value * -0.7071067811865476;
  const xRest = valueHead * -0.7071067839860916 - x + (valueHead * 2.799544089368687e-9 - (value - valueHead) * 0.7071067811865476);
  const z = x * x;
  const w = z * z;
  const pEven = -0.3761263890318375 + w * (-0.02686617064500171 + w * (-0.0008548326873591713 + w * (-0.000014925406175619352 + w * (-1.6291146575407073e-7 + w * -8.677340983832215e-10))));
  const pOdd = 0.11283791670954699 + w * (0.005223977623589157 + w * (0.00012055325475477212 + w * (0.0000016456854309463074 + w * 1.413042037570693e-8)));
  const p = pEven + z * pOdd;
  const one = 1 - x;
  return 0.5 * (one + (1 - one - x - (x * (0.1283791670955126 + z * p) + 1.1283791670955126 * xRest)));
}

/** ndtr(value) for -39 < value <= -sqrt(1/2), with x = -value / sqrt(2) and its square in two pieces. */
export function tailNdtr(value: number): number {
  const valueHeadShift = value * 134217729;
  const valueHead = valueHeadShift - (valueHeadShift - value);
  const t = -0.5 * valueHead * valueHead;
  const squareRest = 0.5 * (value - valueHead) * (value + valueHead);
  const x = value * -0.7071067811865476;
  const xRest = valueHead * -0.7071067839860916 - x + (valueHead * 2.799544089368687e-9 - (value - valueHead) * 0.7071067811865476);
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
  return scaledExp(t, 0.5 * y, k);
}

/** The density of the standard normal distribution, e^(-value^2 / 2) / sqrt(2 pi), with the square in two pieces. */
export function normpdf(value: number): number {
  const valueHeadShift = value * 134217729;
  const valueHead = valueHeadShift - (valueHeadShift - value);
  const t = -0.5 * valueHead * valueHead;
  const squareRest = 0.5 * (value - valueHead) * (value + valueHead);
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
  const product = eHead * 0.3989422768354416;
  const y = product + (eHead * 3.5659910885844774e-9 + eRest * 0.3989422804014327);
  return Math.abs(value) < 39 ? scaledExp(t, y, k) : value === value ? 0 : value;
}
