/**
 * Lines that take a number above 0 apart: it is 2^k m with m in (sqrt(1/2), sqrt(2)). Subnormal numbers have no exponent of
 * their own: they are scaled first, if the GPU has not read them as 0.
 */
export const takeApart = (x: string) => `
isTiny = ${x} < 1.1754944e-38 ? 1 : 0
lifted = isTiny > 0 ? ${x} * 16777216 : ${x}
part = mantissa(lifted)
isUpper = part > 1.4142135 ? 1 : 0
k = exponent(lifted) + isUpper - 24 * isTiny
m = part * (1 - 0.5 * isUpper)
`;
