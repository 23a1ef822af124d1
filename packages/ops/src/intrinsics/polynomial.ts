/**
 * Lines that compute the polynomial c0 + c1 x + c2 x^2 + ... into `name`, by Horner's rule, with its
 * coefficients as named constants `name0`, `name1`, ...
 */
export function polynomial(name: string, x: string, coefficients: readonly number[]): string {
  return [...constants(name, coefficients), `${name} = ${horner(x, namesOf(name, coefficients))}`].join("\n");
}

/**
 * The same by two independent chains in the square of x, the even and the odd powers: a processor computes
 * both at once. `square` is the name of x * x.
 */
export function splitPolynomial(
  name: string,
  x: string,
  square: string,
  coefficients: readonly number[],
): string {
  const names = namesOf(name, coefficients);
  const even = names.filter((_, i) => i % 2 === 0);
  const odd = names.filter((_, i) => i % 2 === 1);
  return [
    ...constants(name, coefficients),
    `${name}Even = ${horner(square, even)}`,
    `${name}Odd = ${horner(square, odd)}`,
    `${name} = ${name}Even + ${x} * ${name}Odd`,
  ].join("\n");
}

function constants(name: string, coefficients: readonly number[]): string[] {
  return coefficients.map((value, i) => `${name}${i} = ${value}`);
}

function namesOf(name: string, coefficients: readonly number[]): string[] {
  return coefficients.map((_, i) => `${name}${i}`);
}

function horner(x: string, coefficients: readonly string[]): string {
  return coefficients.reduceRight((rest, c) => `${c} + ${x} * (${rest})`);
}
