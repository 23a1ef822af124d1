/** A line that computes the polynomial c0 + c1 x + c2 x^2 + ... into `name`, by Horner's rule. */
export function polynomial(name: string, x: string, coefficients: readonly number[]): string {
  return `${name} = ${horner(x, coefficients)}`;
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
  const even = coefficients.filter((_, i) => i % 2 === 0);
  const odd = coefficients.filter((_, i) => i % 2 === 1);
  return [
    `${name}Even = ${horner(square, even)}`,
    `${name}Odd = ${horner(square, odd)}`,
    `${name} = ${name}Even + ${x} * ${name}Odd`,
  ].join("\n");
}

/**
 * The same by Estrin's tree, the shortest way from x to the sum: pairs c0 + c1 x, pairs of those by x^2, then by x^4
 * and so on.
 */
export function polynomialTree(name: string, x: string, coefficients: readonly number[]): string {
  const lines: string[] = [];
  let terms: readonly (number | string)[] = coefficients;
  let power = x;
  for (let degree = 2; ; degree *= 2) {
    terms = pairs(terms, power);
    if (terms.length === 1) return [...lines, `${name} = ${terms[0]}`].join("\n");
    lines.push(`${name}Power${degree} = ${power} * ${power}`);
    power = `${name}Power${degree}`;
  }
}

function pairs(terms: readonly (number | string)[], power: string): (number | string)[] {
  const even = terms.filter((_, i) => i % 2 === 0);
  return even.map((low, i) => {
    const high = terms[2 * i + 1];
    return high === undefined ? low : `(${low} + ${power} * ${high})`;
  });
}

function horner(x: string, coefficients: readonly number[]): string {
  const [last, ...lower] = coefficients.toReversed();
  return lower.reduce((rest, c) => `${c} + ${x} * (${rest})`, `${last}`);
}
