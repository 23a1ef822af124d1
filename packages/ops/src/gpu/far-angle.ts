import { digits, type Primitive } from "./dialect.js";

/** Up to here angles are reduced by arithmetic of float32. */
export const nearAngles = 12800;

/** 2/pi in binary digits, 32 to a word, after 32 zeros: enough for the largest float32. */
const words = [0, 0xa2f9836e, 0x4e441529, 0xfc2757d1, 0xf534ddc0, 0xdb629599, 0x3c439041, 0xfe5163ab];

/** What shader languages write differently in the same statements. */
interface Spelling {
  /** A variable that is a whole number without sign. */
  readonly declare: (name: string, value: string) => string;
  /** A list of such numbers. */
  readonly list: (name: string, values: readonly string[]) => string;
  readonly int: string;
  readonly uint: string;
  readonly float: string;
  /** The bits of x. */
  readonly bits: string;
  /** A choice between two numbers. */
  readonly choose: (condition: string, then: string, otherwise: string) => string;
}

/**
 * x as n pi/2 + r with |r| <= pi/4, for |x| above `nearAngles`: part 0 is n modulo 4, part 1 is r. Payne and Hanek's
 * method: of x 2/pi only the last two bits of n and the fraction matter, so x's 24 bits are multiplied by the 96 digits of
 * 2/pi that reach them, eight at a time, and the digits above 2^2 drop out.
 */
export function farAngle({ declare, list, int, uint, float, bits, choose }: Spelling): Primitive {
  const hex = (x: number) => `0x${x.toString(16)}u`;
  return {
    args: ["x", "part"],
    body: `if (abs(x) <= ${digits(nearAngles)}) { return 0.0; }
  ${list("words", words.map(hex))}
  ${declare("bits", bits)}
  ${declare("whole", "(bits & 0x7fffffu) | 0x800000u")}
  ${declare("first", "((bits >> 23u) & 255u) - 120u")}
  ${declare("carry", "0u")}
  ${declare("high", "0u")}
  ${declare("low", "0u")}
  for (${int} i = 11; i >= 0; i--) {
    ${declare("place", `first + 8u * ${uint}(i)`)}
    ${declare("digit", "(words[place >> 5u] << (place & 31u)) | ((words[(place >> 5u) + 1u] >> 1u) >> (31u - (place & 31u)))")}
    ${declare("product", "whole * (digit >> 24u) + carry")}
    low = (low >> 8u) | (high << 24u);
    high = (high >> 8u) | (product << 24u);
    carry = product >> 8u;
  }
  ${declare("turns", "(high + 0x20000000u) >> 30u")}
  ${declare("isOver", "(high >> 29u) & 1u")}
  ${declare("most", "((high << 2u) | (low >> 30u)) ^ (0u - isOver)")}
  ${declare("rest", "(low << 2u) ^ (0u - isOver)")}
  ${declare("isBelow", "bits >> 31u")}
  if (part < 0.5) { return ${choose("isBelow == 1u", `-${float}(turns)`, `${float}(turns)`)}; }
  return (${float}(most) + ${float}(rest) * ${digits(2 ** -32)}) * ${choose("isOver == isBelow", digits(Math.PI / 2 ** 33), `-${digits(Math.PI / 2 ** 33)}`)};`,
  };
}
