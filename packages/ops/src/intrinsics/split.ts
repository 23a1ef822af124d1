/**
 * Lines that cut a number into `head`, its leading 26 bits, and a rest of 27: products of such halves are exact.
 * (Veltkamp: 2^27 + 1 times x, and back.) For |x| < 2^996.
 */
export function split(x: string, head: string): string {
  return `
${head}Shift = ${x} * 134217729
${head} = ${head}Shift - (${head}Shift - ${x})
`;
}
