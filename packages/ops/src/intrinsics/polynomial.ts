/**
 * Lines that compute the polynomial c0 + c1 x + c2 x^2 + ... into `name`, by Horner's rule, with its
 * coefficients as named constants `name0`, `name1`, ...
 */
export function polynomial(name: string, x: string, coefficients: readonly number[]): string {
  const constants = coefficients.map((value, i) => `${name}${i} = ${value}`);
  const rule = coefficients.map((_, i) => `${name}${i}`).reduceRight((rest, c) => `${c} + ${x} * (${rest})`);
  return [...constants, `${name} = ${rule}`].join("\n");
}
