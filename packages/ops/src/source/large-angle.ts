import { twoOverPi } from "../intrinsics/large-angle.js";

// intrinsics/large-angle.ts, where it is explained, as text: it has loops and a list, which programs have not.

/** What the languages with braces write differently. */
interface Braces {
  readonly head: string;
  /** A number that does not change, and one that does. */
  readonly constant: string;
  readonly variable: string;
  readonly integer: string;
  /** The declarations of the digits of 2/pi and of those of the product. */
  readonly list: (digits: string) => string;
  readonly product: string;
  readonly loop: string;
  readonly floor: string;
  readonly abs: string;
  /** A list's element as a number. */
  readonly at: (list: string, index: string) => string;
  readonly toInteger: (text: string) => string;
  readonly number: (x: number) => string;
}

const digits = twoOverPi.join(", ");

/** Veltkamp's cut, and the exact rest of a product of two numbers. */
const halves = (name: string) => `${name} * 134217729.0 - (${name} * 134217729.0 - ${name})`;

export function largeAngleInBraces(braces: Braces): string {
  const { head, constant, variable, integer, list, product, loop, floor, abs, at, toInteger } = braces;
  const n = braces.number;
  const d = (k: number) => at("digits", String(k));
  const at2 = (k: number) => at("twoOverPi", k === 0 ? "place" : `place + ${k}`);
  return `${head} {
  ${list(digits)}
  ${constant} size = ${abs}(x);
  ${constant} sign = x < 0.0 ? -1.0 : 1.0;
  ${integer} skip = ${toInteger(`${floor}((og_exponent(size) - 52.0) / 24.0)`)};
  ${variable} rest = size * og_pow2(-24.0 * skip);
  ${constant} x3 = ${floor}(rest * ${n(2 ** -72)});
  rest -= x3 * ${n(2 ** 72)};
  ${constant} x2 = ${floor}(rest * ${n(2 ** -48)});
  rest -= x2 * ${n(2 ** 48)};
  ${constant} x1 = ${floor}(rest * ${n(2 ** -24)});
  ${constant} x0 = rest - x1 * ${n(2 ** 24)};
  ${product}
  ${variable} carry = 0.0;
  for (${loop} k = 8; k >= 0; k--) {
    ${integer} place = k + skip + 2;
    ${constant} sum = x0 * ${at2(0)} + x1 * ${at2(1)} + x2 * ${at2(2)} + x3 * ${at2(3)} + carry;
    carry = ${floor}(sum * ${n(2 ** -24)});
    digits[k] = sum - carry * ${n(2 ** 24)};
  }
  ${constant} d = (${d(8)} + ${n(2 ** 24)} * ${d(7)}) * ${n(2 ** -192)};
  ${constant} c = (${d(6)} + ${n(2 ** 24)} * ${d(5)}) * ${n(2 ** -144)};
  ${constant} b = (${d(4)} + ${n(2 ** 24)} * ${d(3)}) * ${n(2 ** -96)};
  ${constant} a = (${d(2)} + ${n(2 ** 24)} * ${d(1)}) * ${n(2 ** -48)};
  ${constant} up = a >= 0.5 ? 1.0 : 0.0;
  ${constant} near = a - up + b;
  ${constant} away = a - up - near + b + c;
  ${constant} turns = near + away;
  ${constant} turnsRest = near - turns + away + d;
  ${constant} halfPi = 1.5707963267948966;
  ${constant} r = turns * halfPi;
  ${constant} aHead = ${halves("turns")};
  ${constant} bHead = ${halves("halfPi")};
  ${constant} aTail = turns - aHead;
  ${constant} bTail = halfPi - bHead;
  ${constant} productRest = aHead * bHead - r + aHead * bTail + aTail * bHead + aTail * bTail;
  ${constant} rRest = productRest + turns * 6.123233995736766e-17 + turnsRest * halfPi;
  ${constant} n = ${d(0)} + up;
  if (part < 0.5) return sign * (n - 4.0 * ${floor}(0.25 * n));
  if (part < 1.5) return sign * (r + rRest);
  return sign * (r - (r + rRest) + rRest);
}
`;
}

export const largeAngleInPython = (number: (x: number) => string): string =>
  `
og_twoOverPi = [${digits}]


def og_largeAngle(x, part):
    size = abs(x)
    sign = -1.0 if x < 0.0 else 1.0
    skip = int(og_floor((og_exponent(size) - 52.0) / 24.0))
    rest = size * og_pow2(-24.0 * skip)
    x3 = og_floor(rest * ${number(2 ** -72)})
    rest -= x3 * ${number(2 ** 72)}
    x2 = og_floor(rest * ${number(2 ** -48)})
    rest -= x2 * ${number(2 ** 48)}
    x1 = og_floor(rest * ${number(2 ** -24)})
    x0 = rest - x1 * ${number(2 ** 24)}
    digits = [0.0] * 9
    carry = 0.0
    for k in range(8, -1, -1):
        a, b, c, d = og_twoOverPi[k + skip + 2 : k + skip + 6]
        sum = x0 * a + x1 * b + x2 * c + x3 * d + carry
        carry = og_floor(sum * ${number(2 ** -24)})
        digits[k] = sum - carry * ${number(2 ** 24)}
    d = (digits[8] + ${number(2 ** 24)} * digits[7]) * ${number(2 ** -192)}
    c = (digits[6] + ${number(2 ** 24)} * digits[5]) * ${number(2 ** -144)}
    b = (digits[4] + ${number(2 ** 24)} * digits[3]) * ${number(2 ** -96)}
    a = (digits[2] + ${number(2 ** 24)} * digits[1]) * ${number(2 ** -48)}
    up = 1.0 if a >= 0.5 else 0.0
    near = a - up + b
    away = a - up - near + b + c
    turns = near + away
    turnsRest = near - turns + away + d
    halfPi = 1.5707963267948966
    r = turns * halfPi
    aHead = ${halves("turns")}
    bHead = ${halves("halfPi")}
    aTail = turns - aHead
    bTail = halfPi - bHead
    productRest = aHead * bHead - r + aHead * bTail + aTail * bHead + aTail * bTail
    rRest = productRest + turns * 6.123233995736766e-17 + turnsRest * halfPi
    n = digits[0] + up
    if part < 0.5:
        return sign * (n - 4.0 * og_floor(0.25 * n))
    if part < 1.5:
        return sign * (r + rRest)
    return sign * (r - (r + rRest) + rRest)
`.trimStart();
