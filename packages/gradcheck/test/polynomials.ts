import fc from "fast-check";

/** Numbers to differentiate at, of any size that is not extreme. */
export const place = fc.double({ min: -1e6, max: 1e6, noNaN: true });

/** Not so small that products with it vanish. */
export const coefficient = fc
  .double({ min: -100, max: 100, noNaN: true })
  .map((c) => (Math.abs(c) < 1e-200 ? 0 : c));

/** A polynomial of at most this degree, by its coefficients from the constant on. */
export const polynomial = (degree: number) => fc.array(coefficient, { minLength: 1, maxLength: degree + 1 });

/** The polynomial's value. */
export const at = (coefficients: readonly number[], x: number): number =>
  coefficients.reduceRight((sum, c) => sum * x + c, 0);

/** Its derivative. */
export const slopeOf = (coefficients: readonly number[], x: number): number =>
  at(
    coefficients.slice(1).map((c, i) => c * (i + 1)),
    x,
  );

/** The sum of the magnitudes that the value is made of within distance d of x: rounding errors are relative to it. */
export const sizeOf = (coefficients: readonly number[], x: number, d: number): number =>
  at(coefficients.map(Math.abs), Math.abs(x) + d);
