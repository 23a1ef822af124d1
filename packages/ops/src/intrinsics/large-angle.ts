import { exponent, leading, pow2 } from "./primitives.js";

/** 2/pi in digits of base 2^24, from 2^72 on: enough for the largest double. */
export const twoOverPi: readonly number[] = [
  0, 0, 0, 10680707, 7228996, 1387004, 2578385, 16069853, 12639074, 9804092, 4427841, 16666979, 11263675,
  12935607, 2387514, 4345298, 14681673, 3074569, 13734428, 16653803, 1880361, 10960616, 8533493, 3062596,
  8710556, 7349940, 6258241, 3772886, 3769171, 3798172, 8675211, 12450088, 3874808, 9961438, 366607, 15675153,
  9132554, 7151469, 3571407, 2607881, 12013382, 4155038, 6285869, 7677882, 13102053, 15825725, 473591,
  9065106, 15363067, 6271263, 9264392, 5636912, 4652155, 7056368,
];
const base = 2 ** 24;
const halfPi = 1.5707963267948966;
const halfPiRest = 6.123233995736766e-17;

/** The last angle, as its parts. A program asks for the parts one after the other. */
let last = NaN;
const parts = [NaN, NaN, NaN];

/**
 * x as n pi/2 + r + tail with |r| <= pi/4, for |x| >= 2^14: part 0 is n modulo 4, part 1 is r, part 2 the tail; NaN of
 * infinities. The one intrinsic step that is not a straight line of formulas.
 */
export function largeAngle(x: number, part: 0 | 1 | 2): number {
  if (x !== last) {
    reduce(Math.abs(x), x < 0 ? -1 : 1);
    last = x;
  }
  return parts[part] as number;
}

/**
 * Payne and Hanek's method: of x 2/pi only the last bits of n and the fraction matter, so only the digits of 2/pi that
 * reach them are multiplied by x. x has four digits, their products are below 2^48, and all sums are exact.
 */
function reduce(size: number, sign: number): void {
  const skip = Math.floor((exponent(size) - 52) / 24);
  let rest = size * pow2(-24 * skip);
  const x3 = Math.floor(rest * 2 ** -72);
  rest -= x3 * 2 ** 72;
  const x2 = Math.floor(rest * 2 ** -48);
  rest -= x2 * 2 ** 48;
  const x1 = Math.floor(rest * 2 ** -24);
  const x0 = rest - x1 * 2 ** 24;

  // The digits of x 2/pi from the last place on: `units` and eight of the fraction, two to a double.
  let carry = 0;
  const digit = (place: number): number => {
    const at = place + skip + 2;
    const sum = x0 * at0(at) + x1 * at0(at + 1) + x2 * at0(at + 2) + x3 * at0(at + 3) + carry;
    carry = Math.floor(sum * 2 ** -24);
    return sum - carry * base;
  };
  const d = (digit(8) + base * digit(7)) * 2 ** -192;
  const c = (digit(6) + base * digit(5)) * 2 ** -144;
  const b = (digit(4) + base * digit(3)) * 2 ** -96;
  const a = (digit(2) + base * digit(1)) * 2 ** -48;
  const units = digit(0);

  // The fraction in [-1/2, 1/2) as a sum of two doubles, turns + turnsRest.
  const up = a >= 0.5 ? 1 : 0;
  const near = a - up + b;
  const away = a - up - near + b + c;
  const turns = near + away;
  const turnsRest = near - turns + away + d;

  const r = turns * halfPi;
  const rRest = productRest(turns, halfPi, r) + turns * halfPiRest + turnsRest * halfPi;
  const n = units + up;
  parts[0] = sign * (n - 4 * Math.floor(0.25 * n));
  parts[1] = sign * (r + rRest);
  parts[2] = sign * (r - (r + rRest) + rRest);
}

function at0(place: number): number {
  return twoOverPi[place] as number;
}

/** a b - product, exactly, where product is a b rounded: from halves of 26 bits, whose products are exact. */
function productRest(a: number, b: number, product: number): number {
  const aHead = leading(a);
  const bHead = leading(b);
  const aTail = a - aHead;
  const bTail = b - bHead;
  return aHead * bHead - product + aHead * bTail + aTail * bHead + aTail * bTail;
}
