import { exponent, pow2 } from "./primitives.js";

/** 2/pi in base 2^24, after the point: enough for the largest double. */
const twoOverPi = [
  10680707, 7228996, 1387004, 2578385, 16069853, 12639074, 9804092, 4427841, 16666979, 11263675, 12935607,
  2387514, 4345298, 14681673, 3074569, 13734428, 16653803, 1880361, 10960616, 8533493, 3062596, 8710556,
  7349940, 6258241, 3772886, 3769171, 3798172, 8675211, 12450088, 3874808, 9961438, 366607, 15675153, 9132554,
  7151469, 3571407, 2607881, 12013382, 4155038, 6285869, 7677882, 13102053, 15825725, 473591, 9065106,
  15363067, 6271263, 9264392, 5636912, 4652155, 7056368,
];
const base = 16777216;
const places = 9;

/**
 * x as n pi/2 + r + tail with |r| <= pi/4, for |x| >= 2^20: part 0 is n modulo 4, part 1 is r, part 2 the tail.
 * Payne and Hanek's method: only the digits of 2/pi that matter for the last two bits of n and for the fraction
 * are multiplied by x. The products of digits are below 2^48, so all sums are exact.
 */
export function largeAngle(x: number, part: 0 | 1 | 2): number {
  const size = Math.abs(x);
  if (!(size < Infinity)) return NaN;
  // size = (x3 x2 x1 x0 in base 2^24) * 2^(24 skip)
  const skip = Math.floor((exponent(size) - 52) / 24);
  let whole = size * pow2(-24 * skip);
  const x3 = Math.floor(whole / base ** 3);
  whole -= x3 * base ** 3;
  const x2 = Math.floor(whole / base ** 2);
  whole -= x2 * base ** 2;
  const x1 = Math.floor(whole / base);
  const x0 = whole - x1 * base;

  const digits: number[] = [];
  let carry = 0;
  for (let place = places - 1; place >= 0; place--) {
    const at = place + skip - 1;
    const column = x0 * digit(at) + x1 * digit(at + 1) + x2 * digit(at + 2) + x3 * digit(at + 3) + carry;
    carry = Math.floor(column / base);
    digits[place] = column - carry * base;
  }
  const [units = 0, d1 = 0, d2 = 0, d3 = 0, d4 = 0, d5 = 0, d6 = 0, d7 = 0, d8 = 0] = digits;

  // The fraction in [-1/2, 1/2), as pairs of digits: each pair is exact, and they are added without loss.
  const up = d1 >= base / 2 ? 1 : 0;
  const n = (units + up) % 4;
  if (part === 0) return x < 0 ? (4 - n) % 4 : n;
  const a = ((d1 - up * base) * base + d2) * 2 ** -48;
  const b = (d3 * base + d4) * 2 ** -96;
  const c = (d5 * base + d6) * 2 ** -144;
  const d = (d7 * base + d8) * 2 ** -192;
  const ab = a + b;
  const abLow = a - ab + b;
  const low = abLow + c;
  const turns = ab + low;
  const turnsLow = ab - turns + low + d;

  // times pi/2
  const r = turns * 1.5707963267948966;
  const turnsHead = split(turns);
  const turnsRest = turns - turnsHead;
  const lost =
    turnsHead * 1.5707963407039642 -
    r +
    turnsHead * -1.3909067675399456e-8 +
    turnsRest * 1.5707963407039642 +
    turnsRest * -1.3909067675399456e-8;
  const rLow = lost + turns * 6.123233995736766e-17 + turnsLow * 1.5707963267948966;
  const high = r + rLow;
  const result = part === 1 ? high : rLow - (high - r);
  return x < 0 ? -result : result;
}

function digit(at: number): number {
  return twoOverPi[at] ?? 0;
}

/** The leading 26 bits of a number. */
function split(x: number): number {
  const shift = x * 134217729;
  return shift - (shift - x);
}
