/** `term * factor`, shorter where the factor is 0 or 1. */
export function times(term: string, factor: number): string {
  if (factor === 0) return "0u";
  return factor === 1 ? term : `${term} * ${factor}u`;
}

/** The sum of the terms that are not 0. */
export const plus = (...terms: readonly string[]): string =>
  terms.filter((term) => term !== "0u").join(" + ") || "0u";

/** `index / divisor % size` for an index below divisor * size * `above`, without what does nothing. */
export function digit(index: string, divisor: number, size: number, above = 1): string {
  if (size === 1) return "0u";
  const shifted = divisor === 1 ? index : `${index} / ${divisor}u`;
  return above === 1 ? shifted : `${shifted} % ${size}u`;
}

/** Whole numbers from 0. */
export const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
